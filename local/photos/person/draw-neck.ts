import { darken, mix } from "../colour";
import { outline, points, stroke } from "../svg-path";
import type { Point } from "../svg-path";
import type { Traits } from "./traits";

/** Neck and the skin a neckline shows. The origin is the head's; the shoulders begin at y = 1.75. */
export function drawNeck(traits: Traits, yaw: number): string {
  const width = traits.isBroad ? 0.56 : 0.44;
  const lean = yaw * 0.1;
  const half: Point[] = [
    [width * 0.98, 0.5],
    [width * 0.95, 1.1],
    [width * 1.05, 1.45],
    [width * 1.32, 1.74],
    [0.72, 1.95],
    [0.68, 3.0],
  ];
  const left = half.map(([x, y]): Point => [-x + (y < 1.2 ? lean : 0), y]);
  const right = half.map(([x, y]): Point => [x + (y < 1.2 ? lean : 0), y]);
  const shade = mix(darken(traits.skin, 0.4), "#8a3b2c", 0.3);
  const bone = (side: 1 | -1): string =>
    `<path d="${stroke(
      points(".1 1.98, .4 1.9, .85 1.86", side),
      0.06,
    )}" fill="${shade}" opacity=".3" filter="url(#soft0)"/>`;
  const sinew = (side: 1 | -1): string =>
    `<path d="${stroke(
      [
        [side * width * 0.75 + lean, 1.0],
        [side * 0.3, 1.5],
        [side * 0.1, 1.92],
      ],
      0.08,
    )}" fill="${shade}" opacity=".2" filter="url(#soft1)"/>`;
  return `<path d="${outline(
    right,
    points(".68 3, -.68 3"),
    [...left].reverse(),
  )}" fill="${traits.skin}"/>${bone(-1)}${bone(1)}${sinew(-1)}${sinew(1)}`;
}
