import { darken, lighten, lightnessOf } from "../colour";
import { blob, mirrored, n, outline, points, stroke } from "../svg-path";
import type { Point } from "../svg-path";
import type { Cut } from "./garment-cuts";
import type { Pose } from "./pose";

/** What is worn under an open jacket. */
export function drawUnder({ underCloth }: Pose): string {
  const shape = blob(mirrored(points("0 1.9, .45 1.75, .8 1.9, .9 3, .8 5, 0 5.2")));
  return `<path d="${shape}" fill="${underCloth}"/><path d="${stroke(
    points("-.5 1.74, -.25 1.93, 0 1.98, .25 1.93, .5 1.74"),
    0.07,
  )}" fill="${darken(underCloth, 0.14)}"/>`;
}

/** A knitted band around the neckline. */
export function drawRib({ neckWidth, neckDepth }: Cut, cloth: string): string {
  const base = 1.62;
  const isV = neckDepth > 0.7;
  const middle: Point[] = isV
    ? [
        [-neckWidth * 0.5, base + neckDepth * 0.52],
        [0, base + neckDepth + 0.03],
        [neckWidth * 0.5, base + neckDepth * 0.52],
      ]
    : [
        [-neckWidth * 0.72, base + neckDepth * 0.72],
        [0, base + neckDepth + 0.03],
        [neckWidth * 0.72, base + neckDepth * 0.72],
      ];
  const line: Point[] = [[-neckWidth - 0.02, base - 0.02], ...middle, [neckWidth + 0.02, base - 0.02]];
  return `<path d="${stroke(line, 0.13)}" fill="${darken(cloth, 0.1)}"/><path d="${stroke(
    line.map(([x, y]): Point => [x * 1.06, y + 0.06]),
    0.025,
  )}" fill="${darken(cloth, 0.4)}" opacity=".5"/>`;
}

/** A rolled collar around the neck. */
export function drawRoll(cloth: string): string {
  const shape = blob(mirrored(points("0 1.2, .46 1.14, .6 1.3, .62 1.6, .5 1.82, 0 1.92")));
  const ribs = Array.from({ length: 13 }, (_, index) => {
    const x = (index - 6) * 0.088;
    return `<path d="${stroke(
      [
        [x, 1.22],
        [x * 1.1, 1.5],
        [x * 1.04, 1.86],
      ],
      0.024,
    )}" fill="${darken(cloth, 0.35)}" opacity=".4"/>`;
  });
  return `<path d="${shape}" fill="${lighten(cloth, 0.05)}"/>${ribs.join("")}<path d="${stroke(
    points("-.56 1.66, 0 1.9, .56 1.66"),
    0.05,
  )}" fill="${darken(cloth, 0.5)}" opacity=".35" filter="url(#soft0)"/>`;
}

/** The inside of a hood, behind the neck. */
export function drawHoodBack(cloth: string): string {
  return `<path d="${blob(
    mirrored(points("0 1.02, .6 1.1, 1.02 1.45, 1.1 1.85, .8 2.1, 0 2.2")),
  )}" fill="${darken(cloth, 0.28)}"/>`;
}

/** A hood lying on the shoulders, with its cords. */
export function drawHood(cut: Cut, cloth: string): string {
  const side = (sign: 1 | -1): string => {
    const edge: Point[] = points(".98 1.32, .62 1.55, .28 1.98, .04 2.22", sign);
    const outer: Point[] = points(".04 2.22, .5 2.3, 1.02 2, 1.18 1.6, .98 1.32", sign);
    return `<path d="${outline(edge, outer)}" fill="${lighten(cloth, 0.05)}"/><path d="${stroke(edge, 0.035)}" fill="${darken(cloth, 0.4)}" opacity=".55"/>
    <path d="${stroke(
      points(".2 2.12, .23 2.6, .2 3.05", sign),
      0.05,
    )}" fill="${lighten(cloth, lightnessOf(cloth) > 0.7 ? 0 : 0.6)}"/>`;
  };
  return `<path d="${stroke(
    [
      [-cut.neckWidth, 1.62],
      [0, 2.1],
      [cut.neckWidth, 1.62],
    ],
    0.05,
  )}" fill="${darken(cloth, 0.4)}"/>${side(-1)}${side(1)}`;
}

/** A jacket's lapels. */
export function drawLapels(cloth: string): string {
  const side = (sign: 1 | -1): string => {
    const shape = outline(
      points(".55 1.5, .42 2.1, .02 3.5", sign),
      points(".02 3.5, .55 2.95, .86 2.5", sign),
      points(".86 2.5, .7 2.36", sign),
      points(".7 2.36, .9 2.28", sign),
      points(".9 2.28, .82 1.8, .55 1.5", sign),
    );
    return `<path d="${shape}" fill="#000" opacity=".28" transform="translate(${n(sign * 0.03)} .05)" filter="url(#soft0)"/><path d="${shape}" fill="${lighten(cloth, 0.07)}"/>
    <path d="${stroke(
      points(".86 2.5, .55 2.95, .02 3.5", sign),
      0.02,
    )}" fill="${darken(cloth, 0.5)}" opacity=".6"/>`;
  };
  return side(-1) + side(1);
}

/** A shirt's collar and buttons, or a denim jacket's collar. */
export function drawPoints({ cloth, garment }: Pose): string {
  const open = garment === "denim" ? 0.14 : 0;
  const side = (sign: 1 | -1): string => {
    const shape = outline(
      [
        [sign * 0.5, 1.36],
        [sign * 0.3, 1.8],
        [sign * (0.06 + open), 2.12],
      ],
      [
        [sign * (0.06 + open), 2.12],
        [sign * 0.55, 2.34],
      ],
      points(".55 2.34, .74 1.85, .5 1.36", sign),
    );
    return `<path d="${shape}" fill="#000" opacity=".25" transform="translate(0 .05)" filter="url(#soft0)"/><path d="${shape}" fill="${lighten(cloth, 0.08)}"/><path d="${stroke(
      [
        [sign * (0.08 + open), 2.08],
        [sign * 0.55, 2.3],
      ],
      0.016,
    )}" fill="${darken(cloth, 0.3)}"/>`;
  };
  const placket =
    garment === "denim"
      ? ""
      : `<path d="${stroke(
          points(".1 2.15, .11 4, .1 7"),
          0.02,
        )}" fill="${darken(cloth, 0.35)}" opacity=".6"/>${[2.5, 3.1, 3.7].map((y) => `<circle cx="0" cy="${n(y)}" r=".045" fill="${lighten(cloth, 0.4)}" stroke="${darken(cloth, 0.4)}" stroke-width=".012"/>`).join("")}`;
  return placket + side(-1) + side(1);
}
