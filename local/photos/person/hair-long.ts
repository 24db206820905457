import { darken } from "../colour";
import { blob } from "../svg-path";
import type { Hair } from "./hair";
import { drawSheet } from "./hair-sheet";
import { flatten } from "./head-frame";
import type { HeadFrame } from "./head-frame";
import type { Traits } from "./traits";

export interface LongCut {
  /** How far down it reaches, in head units; the chin is at 1.25. */
  length: number;
  wave: number;
  /** Where it is parted, 0 in the middle. */
  part: number;
  width: number;
}

/** Hair that is parted and falls on both sides, from a bob to long. */
export function drawLongHair(traits: Traits, frame: HeadFrame, { length, wave, part, width }: LongCut): Hair {
  const tip = (share: number): number => 0.25 + (length - 0.25) * share;
  const isShort = length < 1.4;
  const curl = isShort ? 0.86 : 1.02;
  const half = (side: 1 | -1): string => {
    const w = width * side;
    const guides = [
      flatten(frame, [
        [part, -1.1, 0.8],
        [part + (side * 0.6 - part) * 0.6, -0.98, 0.8],
        [side * 0.68, -0.7, 0.66],
        [side * 0.86, -0.3, 0.4],
        [side * 0.93, 0.25, 0.22],
        [w * 0.9, tip(0.35), 0.2],
        [w * 0.93, tip(0.7), 0.18],
        [w * 0.9 * curl, tip(0.96), 0.18],
      ]),
      flatten(frame, [
        [part, -1.32, 0.45],
        [part + (side * 0.7 - part) * 0.6, -1.24, 0.42],
        [side * 0.84, -0.92, 0.32],
        [side * 1.03, -0.42, 0.16],
        [w * 1.07, 0.2, 0.02],
        [w * 1.1, tip(0.35), 0],
        [w * 1.13, tip(0.7), 0],
        [w * 1.08 * curl, tip(1), 0],
      ]),
      flatten(frame, [
        [part, -1.45, 0],
        [part + (side * 0.72 - part) * 0.62, -1.4, 0],
        [side * 0.94, -1.04, -0.02],
        [side * 1.13, -0.5, -0.08],
        [w * 1.18, 0.15, -0.12],
        [w * 1.22, tip(0.35), -0.15],
        [w * 1.25, tip(0.7), -0.15],
        [w * 1.16 * curl, tip(1.03), -0.12],
      ]),
    ];
    return drawSheet({ guides, wave, strands: 70 }, traits.hair, `${traits.hairStyle} ${String(side)}`);
  };
  const w = width * 1.14;
  const [cx] = frame.at(0, 0, -0.15);
  const back = blob([
    [cx, -1.4],
    [cx + 0.7, -1.18],
    [cx + w * 0.95, -0.6],
    [cx + w * 1.02, 0],
    [cx + w * 1.03, tip(0.5)],
    [cx + w * 0.92, tip(0.98)],
    [cx, tip(1.0)],
    [cx - w * 0.92, tip(0.98)],
    [cx - w * 1.03, tip(0.5)],
    [cx - w * 1.02, 0],
    [cx - w * 0.95, -0.6],
    [cx - 0.7, -1.18],
  ]);
  return {
    back: `<path d="${back}" fill="${darken(traits.hair, 0.32)}"/>`,
    front: half(part > 0 ? 1 : -1) + half(part > 0 ? -1 : 1),
  };
}

/** Hair cut straight over the brows. */
export function drawFringe(traits: Traits, frame: HeadFrame): string {
  const guides = [-0.86, -0.45, 0, 0.45, 0.86].map((x) =>
    flatten(frame, [
      [x * 0.4, -1.36, 0.3],
      [x * 0.86, -1.05, 0.62],
      [x, -0.68, 0.86 - Math.abs(x) * 0.4],
      [x * 1.02, -0.36 + Math.abs(x) * 0.08, 0.9 - Math.abs(x) * 0.5],
    ]),
  );
  return drawSheet({ guides, strands: 80 }, traits.hair, "fringe");
}
