import { darken, lighten } from "../colour";
import { n, outline, points, stroke } from "../svg-path";
import type { Point } from "../svg-path";
import { drawHood, drawHoodBack, drawLapels, drawPoints, drawRib, drawRoll, drawUnder } from "./draw-collars";
import { cuts } from "./garment-cuts";
import type { Cut } from "./garment-cuts";
import type { Pose } from "./pose";
import type { Traits } from "./traits";

/** The garment from the neckline down, wide and long enough to leave the picture. */
export function drawClothes(traits: Traits, pose: Pose): string {
  const cut = cuts[pose.garment];
  const under = cut.collar === "lapel" || pose.garment === "denim" ? drawUnder(pose) : "";
  const hole = cut.collar === "lapel" ? 1.75 : cut.neckDepth;
  const shape = garmentShape(traits, { ...cut, neckDepth: pose.garment === "denim" ? 1.1 : hole });
  const { cloth } = pose;
  const detail =
    cut.collar === "lapel"
      ? drawLapels(cloth)
      : cut.collar === "points"
        ? drawPoints(pose)
        : cut.collar === "hood"
          ? drawHood(cut, cloth)
          : cut.collar === "rib"
            ? drawRib(cut, cloth)
            : "";
  return `${under}${cut.collar === "hood" ? drawHoodBack(cloth) : ""}<clipPath id="cloth"><path d="${shape}"/></clipPath><path d="${shape}" fill="${cloth}"/>
  <g clip-path="url(#cloth)">${drawPattern(cut.pattern, cloth)}${drawFolds(cloth)}</g>${detail}${cut.collar === "roll" ? drawRoll(cloth) : ""}`;
}

function garmentShape({ isBroad }: Traits, { neckWidth, neckDepth }: Cut): string {
  const span = isBroad ? 2.26 : 1.98;
  const base = 1.62;
  const isV = neckDepth > 0.7;
  const deep = base + neckDepth;
  const neck: Point[] = isV
    ? [
        [-neckWidth, base],
        [-neckWidth * 0.5, base + neckDepth * 0.5],
        [0, deep],
        [neckWidth * 0.5, base + neckDepth * 0.5],
        [neckWidth, base],
      ]
    : [
        [-neckWidth, base],
        [-neckWidth * 0.72, base + neckDepth * 0.7],
        [0, deep],
        [neckWidth * 0.72, base + neckDepth * 0.7],
        [neckWidth, base],
      ];
  const right: Point[] = [
    [neckWidth, base],
    [span * 0.5, 1.82],
    [span * 0.78, 2.0],
    [span * 0.95, 2.36],
    [span * 1.03, 3.2],
    [span * 1.1, 4.6],
    [span * 1.1, 6],
    [span * 1.04, 7.5],
  ];
  const left = right.map(([x, y]): Point => [-x, y]).reverse();
  return outline(
    neck,
    right,
    [
      [span * 1.04, 7.5],
      [-span * 1.04, 7.5],
    ],
    left,
  );
}

function drawPattern(pattern: Cut["pattern"], cloth: string): string {
  if (pattern === "knit") {
    const ribs = Array.from({ length: 58 }, (_, index) => {
      const x = (index - 28.5) * 0.1;
      return `<path d="M${n(x * 0.8)} 1.6Q${n(x)} 3 ${n(x * 1.12)} 7.5" />`;
    });
    return `<g fill="none" stroke="${darken(cloth, 0.32)}" stroke-width=".03" opacity=".3">${ribs.join("")}</g>`;
  }
  if (pattern === "denim") {
    const seam = (sign: 1 | -1): string =>
      `<path d="${stroke(
        points(".75 2.75, 1.3 2.68, 2.1 2.85", sign),
        0.03,
      )}" fill="${darken(cloth, 0.45)}" opacity=".6"/><rect x="${n(sign * 1.1 - 0.36)}" y="2.95" width=".72" height=".8" rx=".06" fill="${lighten(cloth, 0.04)}" stroke="${darken(cloth, 0.4)}" stroke-width=".02"/>`;
    return seam(-1) + seam(1);
  }
  return "";
}

function drawFolds(cloth: string): string {
  const dark = darken(cloth, 0.55);
  const light = lighten(cloth, 0.4);
  const fold = (line: Point[], width: number, opacity: number): string =>
    `<path d="${stroke(line, width)}" fill="${opacity < 0 ? light : dark}" opacity="${n(Math.abs(opacity))}"/>`;
  const half = (side: 1 | -1): string =>
    fold(points("1.5 2.55, 1.42 3.3, 1.5 4.6, 1.56 7.5", side), 0.15, 0.34) +
    fold(points("1.66 2.9, 1.7 4, 1.8 6", side), 0.18, -0.2) +
    fold(points("1.36 2.7, 1.05 3.1, .8 3.9", side), 0.16, 0.2) +
    fold(points("1.4 3.3, 1.15 3.8, 1.1 4.6", side), 0.12, 0.16) +
    fold(points(".8 2.2, .6 2.7, .58 3.6", side), 0.14, 0.13) +
    fold(points("1.7 2.3, 1.2 2.1, .8 1.95", side), 0.16, -0.3) +
    fold(points("1.05 2.6, .7 3.2, .62 4.2", side), 0.2, -0.13);
  return `<g filter="url(#soft1)">${half(-1)}${half(1)}</g>`;
}
