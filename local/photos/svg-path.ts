export type Point = readonly [x: number, y: number];

/** Reads `"x y, x y"`, as SVG's own points are written; `side` -1 mirrors them. */
export function points(text: string, side: 1 | -1 = 1): Point[] {
  return text.split(",").map((pair): Point => {
    const [x = 0, y = 0] = pair.trim().split(" ").map(Number);
    return [x * side, y];
  });
}

/** A number as SVG wants it: short. */
export function n(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** A smooth open curve through all points, as path data. */
export function curve(points: readonly Point[]): string {
  const [first] = points;
  return first ? `M${n(first[0])} ${n(first[1])}${segments(points, false)}` : "";
}

/** A smooth closed shape through all points, as path data. */
export function blob(points: readonly Point[]): string {
  const [first] = points;
  return first ? `M${n(first[0])} ${n(first[1])}${segments(points, true)}Z` : "";
}

/** A closed shape whose sides are smooth curves meeting at corners: each list begins where the one before ended. */
export function outline(...sides: readonly (readonly Point[])[]): string {
  return sides.map((side, index) => (index === 0 ? curve(side) : segmentsFrom(side))).join("") + "Z";
}

/** The right half of a shape from top to bottom, completed with its mirror image: a closed ring, clockwise. */
export function mirrored(half: readonly Point[]): Point[] {
  const left = half.filter(([x]) => x !== 0).map(([x, y]): Point => [-x, y]);
  return [...half, ...left.reverse()];
}

/** A pen stroke that is thick in the middle and runs out at both ends, as a filled shape. */
export function stroke(points: readonly Point[], width: number): string {
  const last = points.length - 1;
  const offset = (side: number): Point[] =>
    points.map(([x, y], index) => {
      const [ax, ay] = points[Math.max(0, index - 1)] ?? [x, y];
      const [bx, by] = points[Math.min(last, index + 1)] ?? [x, y];
      const length = Math.hypot(bx - ax, by - ay) || 1;
      const half = (width / 2) * Math.sin((Math.PI * (index + 0.35)) / (last + 0.7)) * side;
      return [x - ((by - ay) / length) * half, y + ((bx - ax) / length) * half];
    });
  return blob([...offset(1), ...offset(-1).reverse()]);
}

function segmentsFrom(points: readonly Point[]): string {
  const [first] = points;
  return first ? `L${n(first[0])} ${n(first[1])}${segments(points, false)}` : "";
}

// Catmull-Rom through the points, written as cubic Béziers.
function segments(points: readonly Point[], isClosed: boolean): string {
  const count = points.length;
  const at = (index: number): Point => {
    const wrapped = isClosed ? (index + count) % count : Math.min(count - 1, Math.max(0, index));
    return points[wrapped] ?? [0, 0];
  };
  let data = "";
  for (let index = 0; index < (isClosed ? count : count - 1); index++) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const first: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const second: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    data += `C${[...first, ...second, ...to].map(n).join(" ")}`;
  }
  return data;
}
