import { darken, lighten, mix } from "../colour";
import type { Pose } from "../person/pose";
import { blob, curve, mirrored, n, points, stroke } from "../svg-path";
import type { Point } from "../svg-path";
import type { Coat } from "./coat";
import { furry } from "./draw-fur";

/** Ears: a cat's stand behind the head, a dog's hang in front of it. */
export function drawEars(coat: Coat, turn: number, isFront = false): string {
  if (coat.kind === "dog" && !isFront) return "";
  const ear = (side: 1 | -1): string => {
    const shape: Point[] =
      coat.kind === "cat"
        ? points(".28 -.72, .5 -1.28, .7 -1.5, .84 -1.2, .92 -.4")
        : points(".55 -.92, .98 -.86, 1.22 -.3, 1.2 .35, .98 .6, .82 .2, .74 -.4");
    const inner: Point[] = points(".42 -.78, .56 -1.18, .68 -1.34, .77 -1.1, .8 -.6");
    const place = (points: Point[]): Point[] =>
      points.map(([px, py]): Point => [px * side + turn * 0.15, py]);
    const tone = coat.kind === "dog" ? darken(coat.fur, 0.22) : coat.fur;
    return `<path d="${blob(place(shape))}" fill="${tone}"/>${
      coat.kind === "cat"
        ? `<path d="${blob(place(inner))}" fill="${mix(coat.fur, "#e9a79b", 0.7)}" filter="url(#soft0)"/>`
        : `<g transform="translate(${n(side * 1)} -.1)">${furry(points("-.15 -.6, .2 -.3, .15 .5, -.1 .5"), tone, [`ear ${String(side)}`, 30])}</g>`
    }`;
  };
  return ear(-1) + ear(1);
}

/** The head's fur with its markings. */
export function drawHead(coat: Coat): string {
  const half: Point[] =
    coat.kind === "cat"
      ? points("0 -.98, .55 -.9, .95 -.45, 1.12 .15, .95 .6, .5 .92, 0 1")
      : points("0 -1.08, .5 -1.02, .86 -.66, .95 0, .8 .6, .5 1, 0 1.12");
  const outline = mirrored(half);
  const stripes = coat.hasStripes
    ? [-0.26, 0, 0.26]
        .map(
          (x) =>
            `<path d="${stroke(
              [
                [x * 1.2, -0.95],
                [x, -0.7],
                [x * 0.8, -0.45],
              ],
              0.11,
            )}" fill="${darken(coat.fur, 0.45)}" opacity=".6"/>`,
        )
        .join("") +
      [-1, 1]
        .map((side) =>
          [0.1, 0.32]
            .map(
              (y) =>
                `<path d="${stroke(
                  [
                    [side * 1.1, y - 0.06],
                    [side * 0.85, y],
                    [side * 0.66, y - 0.02],
                  ],
                  0.08,
                )}" fill="${darken(coat.fur, 0.45)}" opacity=".5"/>`,
            )
            .join(""),
        )
        .join("")
    : `<path d="${blob(points("-.95 -.5, -.5 -.85, -.14 -.4, -.28 .1, -.72 .12"))}" fill="${coat.patch}" opacity=".7" filter="url(#soft1)"/>`;
  const blaze = `<path d="${blob(points("0 -.85, .12 -.4, .24 .1, .3 .6, -.3 .6, -.24 .1, -.12 -.4"))}" fill="${coat.chest}" opacity=".8" filter="url(#soft1)"/>`;
  return `<path d="${blob(outline)}" fill="${coat.fur}"/>${blaze}${stripes}${furry(outline, coat.fur, ["head", 220])}`;
}

/** The muzzle. */
export function drawMuzzle(coat: Coat, turn: number): string {
  const x = turn * 0.35;
  const [top, wide, deep] = coat.kind === "cat" ? [0.3, 0.4, 0.82] : [0.12, 0.46, 1.04];
  return `<path d="${blob([
    [x, top],
    [x + wide * 0.7, top + 0.1],
    [x + wide, (top + deep) / 2 + 0.05],
    [x + wide * 0.66, deep - 0.05],
    [x, deep],
    [x - wide * 0.66, deep - 0.05],
    [x - wide, (top + deep) / 2 + 0.05],
    [x - wide * 0.7, top + 0.1],
  ])}" fill="${coat.chest}"/>`;
}

/** Eyes, nose, mouth, whiskers, tongue. */
export function drawFeatures(coat: Coat, turn: number, pose: Pose): string {
  const isCat = coat.kind === "cat";
  const nose: Point = [turn * 0.42, isCat ? 0.34 : 0.36];
  const size = isCat ? 0.12 : 0.2;
  const noseColour = isCat ? "#c97a72" : "#2b211f";
  const eye = (side: 1 | -1): string => {
    const [x, y] = [side * (isCat ? 0.5 : 0.42) + turn * 0.25, isCat ? -0.06 : -0.14];
    const radius = isCat ? 0.215 : 0.17;
    if (pose.expression === "laugh")
      return `<path d="${stroke(
        [
          [x - 0.2, y + 0.04],
          [x, y - 0.1],
          [x + 0.2, y + 0.04],
        ],
        0.07,
      )}" fill="#241713"/>`;
    const pupil = isCat
      ? `<ellipse cx="${n(x + turn * 0.08)}" cy="${n(y)}" rx="${n(radius * 0.44)}" ry="${n(radius * 0.82)}" fill="#0f0a09"/>`
      : `<circle cx="${n(x + turn * 0.06)}" cy="${n(y)}" r="${n(radius * 0.6)}" fill="#0f0a09"/>`;
    return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(radius * 1.16)}" ry="${n(radius * 1.08)}" fill="${darken(coat.fur, 0.75)}"/><circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${darken(coat.eyes, 0.2)}"/><ellipse cx="${n(x)}" cy="${n(y + radius * 0.35)}" rx="${n(radius * 0.7)}" ry="${n(radius * 0.5)}" fill="${lighten(coat.eyes, 0.35)}" opacity=".6"/>${pupil}<circle cx="${n(x - radius * 0.34)}" cy="${n(y - radius * 0.36)}" r="${n(radius * 0.22)}" fill="#fff"/><circle cx="${n(x + radius * 0.3)}" cy="${n(y + radius * 0.36)}" r="${n(radius * 0.1)}" fill="#fff" opacity=".7"/>`;
  };
  const mouth = (side: 1 | -1): string =>
    curve([
      [nose[0], nose[1] + size],
      [nose[0] + side * 0.04, nose[1] + size + 0.14],
      [nose[0] + side * 0.18, nose[1] + size + 0.18],
      [nose[0] + side * 0.3, nose[1] + size + 0.08],
    ]);
  const whiskers = isCat
    ? ([-1, 1] as const)
        .map((side) =>
          [0, 1, 2]
            .map(
              (row) =>
                `<path d="${stroke(
                  [
                    [nose[0] + side * 0.28, 0.5 + row * 0.08],
                    [side * 0.9, 0.42 + row * 0.13],
                    [side * 1.5, 0.36 + row * 0.22],
                  ],
                  0.016,
                )}" fill="#fffaf0" opacity=".85"/>`,
            )
            .join(""),
        )
        .join("")
    : "";
  const tongue =
    !isCat && pose.expression !== "calm"
      ? `<path d="${blob([
          [nose[0] - 0.13, 0.76],
          [nose[0] + 0.13, 0.76],
          [nose[0] + 0.14, 1.02],
          [nose[0], 1.14],
          [nose[0] - 0.14, 1.02],
        ])}" fill="#d9707a"/>`
      : "";
  return `${eye(-1)}${eye(1)}${tongue}<path d="${blob([
    [nose[0] - size, nose[1] - size * 0.5],
    [nose[0], nose[1] - size * 0.7],
    [nose[0] + size, nose[1] - size * 0.5],
    [nose[0] + size * 0.55, nose[1] + size * 0.45],
    [nose[0], nose[1] + size * 0.8],
    [nose[0] - size * 0.55, nose[1] + size * 0.45],
  ])}" fill="${noseColour}"/><ellipse cx="${n(nose[0] - size * 0.3)}" cy="${n(nose[1] - size * 0.3)}" rx="${n(size * 0.3)}" ry="${n(size * 0.15)}" fill="#fff" opacity=".5"/>
  <g fill="none" stroke="${darken(coat.fur, 0.6)}" stroke-width=".035" stroke-linecap="round"><path d="${mouth(-1)}"/><path d="${mouth(1)}"/></g>${whiskers}`;
}
