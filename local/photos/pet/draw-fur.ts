import { darken, lighten } from "../colour";
import { createRandom } from "../random";
import { n, stroke } from "../svg-path";
import type { Point } from "../svg-path";

/** Tufts of fur over a shape, most of them near its edge. */
export function furry(
  outline: readonly Point[],
  colour: string,
  [seed, count]: readonly [seed: string, count: number],
): string {
  const random = createRandom(seed);
  let tufts = "";
  for (let index = 0; index < count; index++) {
    const at = random.between(0, outline.length);
    const [x0, y0] = outline[Math.floor(at) % outline.length] ?? [0, 0];
    const [x1, y1] = outline[(Math.floor(at) + 1) % outline.length] ?? [0, 0];
    const share = at % 1;
    const inward = random.between(0, 1) ** 0.5;
    const [x, y] = [(x0 + (x1 - x0) * share) * inward, (y0 + (y1 - y0) * share) * inward];
    const length = random.between(0.08, 0.17);
    const angle = Math.atan2(y + 0.5, x) + random.between(-0.4, 0.4);
    const line: Point[] = [
      [x, y],
      [x + Math.cos(angle) * length * 0.6, y + Math.sin(angle) * length * 0.6],
      [x + Math.cos(angle + 0.2) * length, y + Math.sin(angle + 0.2) * length],
    ];
    const tone = random.chance(0.5)
      ? lighten(colour, random.between(0.08, 0.3))
      : darken(colour, random.between(0.1, 0.4));
    tufts += `<path d="${stroke(line, random.between(0.018, 0.04))}" fill="${inward > 0.92 ? colour : tone}" opacity="${n(random.between(0.3, 0.7))}"/>`;
  }
  return tufts;
}
