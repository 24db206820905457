import { darken, lighten, lightnessOf, mix } from "../colour";
import { blob, mirrored, n, outline, stroke } from "../svg-path";
import type { Point } from "../svg-path";
import type { Garment, Pose } from "./pose";
import type { Traits } from "./traits";

interface Cut {
  /** Half width and depth of the neck's opening, in head units. */
  neckWidth: number;
  neckDepth: number;
  collar: "none" | "rib" | "roll" | "hood" | "lapel" | "points";
  pattern: "none" | "knit" | "denim";
}

const cuts: Record<Garment, Cut> = {
  tee: { neckWidth: 0.62, neckDepth: 0.34, collar: "rib", pattern: "none" },
  knit: { neckWidth: 0.6, neckDepth: 0.24, collar: "rib", pattern: "knit" },
  turtleneck: { neckWidth: 0.5, neckDepth: -0.28, collar: "roll", pattern: "knit" },
  hoodie: { neckWidth: 0.6, neckDepth: 0.3, collar: "hood", pattern: "none" },
  blazer: { neckWidth: 0.52, neckDepth: 0.22, collar: "lapel", pattern: "none" },
  shirt: { neckWidth: 0.5, neckDepth: 0.5, collar: "points", pattern: "none" },
  denim: { neckWidth: 0.56, neckDepth: 0.3, collar: "points", pattern: "denim" },
  vneck: { neckWidth: 0.56, neckDepth: 0.82, collar: "rib", pattern: "none" },
};

/** Neck and the skin a neckline shows. The origin is the head's; the shoulders begin at y = 1.75. */
export function drawNeck(traits: Traits, yaw: number): string {
  const width = traits.isBroad ? 0.56 : 0.44;
  const lean = yaw * 0.1;
  const half: Point[] = [
    [width * 0.98, 0.5],
    [width * 0.95, 1.1],
    [width * 1.05, 1.45],
    [width * 1.5, 1.72],
    [0.86, 1.95],
    [0.8, 3.0],
  ];
  const left = half.map(([x, y]): Point => [-x + (y < 1.2 ? lean : 0), y]);
  const right = half.map(([x, y]): Point => [x + (y < 1.2 ? lean : 0), y]);
  const shade = mix(darken(traits.skin, 0.4), "#8a3b2c", 0.3);
  const bone = (side: number): string =>
    `<path d="${stroke(
      [
        [side * 0.1, 1.98],
        [side * 0.4, 1.9],
        [side * 0.85, 1.86],
      ],
      0.06,
    )}" fill="${shade}" opacity=".3" filter="url(#soft0)"/>`;
  const sinew = (side: number): string =>
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
    [
      [0.8, 3.0],
      [-0.8, 3.0],
    ],
    [...left].reverse(),
  )}" fill="${traits.skin}"/>${bone(-1)}${bone(1)}${sinew(-1)}${sinew(1)}`;
}

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
  const span = isBroad ? 2.42 : 2.08;
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

function drawUnder({ underCloth }: Pose): string {
  const shape = blob(
    mirrored([
      [0, 1.9],
      [0.45, 1.75],
      [0.8, 1.9],
      [0.9, 3],
      [0.8, 5],
      [0, 5.2],
    ]),
  );
  return `<path d="${shape}" fill="${underCloth}"/><path d="${stroke(
    [
      [-0.5, 1.74],
      [-0.25, 1.93],
      [0, 1.98],
      [0.25, 1.93],
      [0.5, 1.74],
    ],
    0.07,
  )}" fill="${darken(underCloth, 0.14)}"/>`;
}

function drawRib({ neckWidth, neckDepth }: Cut, cloth: string): string {
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

function drawRoll(cloth: string): string {
  const shape = blob(
    mirrored([
      [0, 1.2],
      [0.46, 1.14],
      [0.6, 1.3],
      [0.62, 1.6],
      [0.5, 1.82],
      [0, 1.92],
    ]),
  );
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
    [
      [-0.56, 1.66],
      [0, 1.9],
      [0.56, 1.66],
    ],
    0.05,
  )}" fill="${darken(cloth, 0.5)}" opacity=".35" filter="url(#soft0)"/>`;
}

function drawHoodBack(cloth: string): string {
  return `<path d="${blob(
    mirrored([
      [0, 1.02],
      [0.6, 1.1],
      [1.02, 1.45],
      [1.1, 1.85],
      [0.8, 2.1],
      [0, 2.2],
    ]),
  )}" fill="${darken(cloth, 0.28)}"/>`;
}

function drawHood(cut: Cut, cloth: string): string {
  const side = (sign: number): string => {
    const edge: Point[] = [
      [sign * 0.98, 1.32],
      [sign * 0.62, 1.55],
      [sign * 0.28, 1.98],
      [sign * 0.04, 2.22],
    ];
    const outer: Point[] = [
      [sign * 0.04, 2.22],
      [sign * 0.5, 2.3],
      [sign * 1.02, 2.0],
      [sign * 1.18, 1.6],
      [sign * 0.98, 1.32],
    ];
    return `<path d="${outline(edge, outer)}" fill="${lighten(cloth, 0.05)}"/><path d="${stroke(edge, 0.035)}" fill="${darken(cloth, 0.4)}" opacity=".55"/>
    <path d="${stroke(
      [
        [sign * 0.2, 2.12],
        [sign * 0.23, 2.6],
        [sign * 0.2, 3.05],
      ],
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

function drawLapels(cloth: string): string {
  const side = (sign: number): string => {
    const shape = outline(
      [
        [sign * 0.55, 1.5],
        [sign * 0.42, 2.1],
        [sign * 0.02, 3.5],
      ],
      [
        [sign * 0.02, 3.5],
        [sign * 0.55, 2.95],
        [sign * 0.86, 2.5],
      ],
      [
        [sign * 0.86, 2.5],
        [sign * 0.7, 2.36],
      ],
      [
        [sign * 0.7, 2.36],
        [sign * 0.9, 2.28],
      ],
      [
        [sign * 0.9, 2.28],
        [sign * 0.82, 1.8],
        [sign * 0.55, 1.5],
      ],
    );
    return `<path d="${shape}" fill="#000" opacity=".28" transform="translate(${n(sign * 0.03)} .05)" filter="url(#soft0)"/><path d="${shape}" fill="${lighten(cloth, 0.07)}"/>
    <path d="${stroke(
      [
        [sign * 0.86, 2.5],
        [sign * 0.55, 2.95],
        [sign * 0.02, 3.5],
      ],
      0.02,
    )}" fill="${darken(cloth, 0.5)}" opacity=".6"/>`;
  };
  return side(-1) + side(1);
}

function drawPoints({ cloth, garment }: Pose): string {
  const open = garment === "denim" ? 0.14 : 0;
  const side = (sign: number): string => {
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
      [
        [sign * 0.55, 2.34],
        [sign * 0.74, 1.85],
        [sign * 0.5, 1.36],
      ],
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
          [
            [0.1, 2.15],
            [0.11, 4],
            [0.1, 7],
          ],
          0.02,
        )}" fill="${darken(cloth, 0.35)}" opacity=".6"/>${[2.5, 3.1, 3.7].map((y) => `<circle cx="0" cy="${n(y)}" r=".045" fill="${lighten(cloth, 0.4)}" stroke="${darken(cloth, 0.4)}" stroke-width=".012"/>`).join("")}`;
  return placket + side(-1) + side(1);
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
    const seam = (sign: number): string =>
      `<path d="${stroke(
        [
          [sign * 0.75, 2.75],
          [sign * 1.3, 2.68],
          [sign * 2.1, 2.85],
        ],
        0.03,
      )}" fill="${darken(cloth, 0.45)}" opacity=".6"/><rect x="${n(sign * 1.1 - 0.36)}" y="2.95" width=".72" height=".8" rx=".06" fill="${lighten(cloth, 0.04)}" stroke="${darken(cloth, 0.4)}" stroke-width=".02"/>`;
    return seam(-1) + seam(1);
  }
  return "";
}

function drawFolds(cloth: string): string {
  const dark = darken(cloth, 0.55);
  const light = lighten(cloth, 0.4);
  const fold = (points: Point[], width: number, fill: string, opacity: number): string =>
    `<path d="${stroke(points, width)}" fill="${fill}" opacity="${n(opacity)}"/>`;
  return `<g filter="url(#soft1)">
    ${[-1, 1]
      .map(
        (side) =>
          fold(
            [
              [side * 1.5, 2.55],
              [side * 1.42, 3.3],
              [side * 1.5, 4.6],
              [side * 1.56, 7.5],
            ],
            0.13,
            dark,
            0.3,
          ) +
          fold(
            [
              [side * 1.66, 2.9],
              [side * 1.68, 4],
              [side * 1.76, 6],
            ],
            0.16,
            light,
            0.14,
          ),
      )
      .join("")}
    ${fold(
      [
        [-0.9, 2.2],
        [-0.5, 2.6],
        [-0.3, 3.3],
      ],
      0.12,
      dark,
      0.16,
    )}${fold(
      [
        [0.95, 2.15],
        [0.55, 2.7],
        [0.4, 3.5],
      ],
      0.12,
      dark,
      0.16,
    )}
    ${fold(
      [
        [-1.7, 2.3],
        [-1.2, 2.1],
        [-0.8, 1.95],
      ],
      0.14,
      light,
      0.25,
    )}${fold(
      [
        [1.7, 2.3],
        [1.2, 2.1],
        [0.8, 1.95],
      ],
      0.14,
      light,
      0.25,
    )}
    ${fold(
      [
        [-0.6, 3.4],
        [0, 3.7],
        [0.5, 4.4],
      ],
      0.16,
      dark,
      0.14,
    )}</g>`;
}
