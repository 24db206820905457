import { darken, lighten, lightnessOf } from "../colour";
import { createRandom } from "../random";
import { blob, n, outline, stroke } from "../svg-path";
import type { Point } from "../svg-path";

export interface Sheet {
  /** Curves from root to tip, side by side; all of one length. The sheet spans from the first to the last. */
  guides: readonly (readonly Point[])[];
  /** About how many strands are seen. */
  strands?: number;
  /** Sideways swing of the strands, in head units; 0 for straight hair. */
  wave?: number;
  /** Thickness of the strands' loose ends; 1 for long hair. */
  tips?: number;
  /** Opacity of the strands' light and dark, about 0.4. */
  contrast?: number;
}

/** A sheet of combed hair: a filled shape with strands that follow its guides, darker at the roots, with a band of light. */
export function drawSheet(sheet: Sheet, colour: string, seed: string): string {
  const { guides, strands = 60, wave = 0, contrast = 0.4, tips = 1 } = sheet;
  const random = createRandom(`${seed} ${String(guides[0]?.[0])}`);
  const across = (share: number): Point[] => between(guides, share, wave);
  const starts: Point[] = [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => across(share)[0] ?? [0, 0]);
  const ends: Point[] = [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => across(share).at(-1) ?? [0, 0]);
  const shape = outline(starts, across(1), ends.reverse(), [...across(0)].reverse());
  const id = `h${String(random.whole(1, 1e9))}`;

  let drawn = "";
  for (let index = 0; index < strands; index++) {
    const share = (index + random.between(0, 1)) / strands;
    const line = across(share);
    const from = random.whole(0, Math.max(0, Math.floor(line.length / 3)));
    const part = line.slice(
      from,
      Math.max(from + 3, line.length - random.whole(0, Math.floor(line.length / 4))),
    );
    const isLight = random.chance(0.5);
    const tone = isLight
      ? lighten(colour, random.between(0.12, 0.34))
      : darken(colour, random.between(0.3, 0.6));
    const opacity = contrast * random.between(0.35, 1) * (isLight ? 0.8 : 1);
    drawn += `<path d="${stroke(part, random.between(0.018, 0.06))}" fill="${tone}" opacity="${n(opacity)}"/>`;
  }
  // Hairs that leave the shape at its sides and tips, or it would look cut out.
  let loose = "";
  for (let index = 0; index < strands / 2; index++) {
    const isTip = index % 3 !== 0;
    const share = isTip ? random.between(0, 1) : random.between(0.99, 1.025);
    const line = across(share);
    const [end, before] = [line.at(-1) ?? [0, 0], line.at(-2) ?? [0, 0]];
    const reach = random.between(0.1, 0.34);
    const tip: Point = [end[0] + (end[0] - before[0]) * reach, end[1] + (end[1] - before[1]) * reach];
    const drawnLine = isTip ? [...line.slice(-2), tip] : line.slice(1);
    loose += `<path d="${stroke(drawnLine, isTip ? tips * random.between(0.03, 0.075) : random.between(0.012, 0.03))}" fill="${darken(colour, random.between(0, 0.25))}" opacity="${isTip ? "1" : ".7"}"/>`;
  }
  const sheen = bandAcross(sheet, 0.3, 0.46);
  return `<clipPath id="${id}"><path d="${shape}"/></clipPath><path d="${shape}" fill="${colour}"/>
  <g clip-path="url(#${id})">${drawn}<path d="${sheen}" fill="${lighten(colour, 0.55)}" opacity="${n(lightnessOf(colour) < 0.2 ? 0.34 : 0.24)}" filter="url(#soft1)"/></g>${loose}`;
}

/** The curve at a share of the way across the guides; beyond 0..1 it leaves the sheet. */
function between(guides: Sheet["guides"], share: number, wave: number): Point[] {
  const last = guides.length - 1;
  const position = Math.min(last - 1e-6, Math.max(0, share * last));
  const index = Math.floor(position);
  const local = share * last - index;
  const guide = (at: number): readonly Point[] => guides[Math.min(last, Math.max(0, at))] ?? [];
  const [before, from, to, after] = [guide(index - 1), guide(index), guide(index + 1), guide(index + 2)];
  return from.map((point, step): Point => {
    const pick = (list: readonly Point[], axis: 0 | 1): number => (list[step] ?? point)[axis];
    const along = step / Math.max(1, from.length - 1);
    const swing = wave * Math.sin(along * 11 + share * 2.2) * along;
    return [
      spline([pick(before, 0), point[0], pick(to, 0), pick(after, 0)], local) + swing,
      spline([pick(before, 1), point[1], pick(to, 1), pick(after, 1)], local),
    ];
  });
}

/** Catmull-Rom: from the second of four values to the third. */
function spline([a, b, c, d]: readonly [number, number, number, number], t: number): number {
  return (
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
  );
}

/** A band across the sheet between two shares of its length: where the light lies. */
function bandAcross({ guides, wave = 0 }: Sheet, from: number, to: number): string {
  const shares = [0.04, 0.25, 0.5, 0.75, 0.96];
  const at = (share: number, along: number): Point => {
    const line = between(guides, share, wave);
    return line[Math.round(along * (line.length - 1))] ?? [0, 0];
  };
  return blob([...shares.map((share) => at(share, from)), ...shares.reverse().map((share) => at(share, to))]);
}
