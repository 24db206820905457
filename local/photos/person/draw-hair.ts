import { darken, lighten, mix } from "../colour";
import { createRandom } from "../random";
import { blob, n, outline, stroke } from "../svg-path";
import type { Point } from "../svg-path";
import { drawSheet } from "./hair-sheet";
import type { HeadFrame } from "./head-frame";
import { drawCurls } from "./draw-curls";
import type { HairStyle, Traits } from "./traits";

/** A head of hair in two layers: what falls behind the neck, and what frames or covers the face. */
export interface Hair {
  back: string;
  front: string;
}

type Solid = readonly [x: number, y: number, depth: number];
type Draw = (traits: Traits, frame: HeadFrame) => Hair;

const styles: Record<HairStyle, Draw> = {
  "long-straight": (traits, frame) => long(traits, frame, { length: 2.5, wave: 0.012, part: 0.06, width: 1 }),
  "long-wavy": (traits, frame) => long(traits, frame, { length: 2.25, wave: 0.085, part: -0.3, width: 1.12 }),
  bob: (traits, frame) => long(traits, frame, { length: 1.06, wave: 0.01, part: 0.32, width: 1.1 }),
  "fringe-bob": (traits, frame) => {
    const base = long(traits, frame, { length: 1.0, wave: 0.008, part: 0, width: 1.1 });
    return { back: base.back, front: base.front + fringe(traits, frame) };
  },
  bun: (traits, frame) => ({ back: knot(traits, frame), front: pulledBack(traits, frame) }),
  ponytail: (traits, frame) => ({ back: tail(traits, frame), front: pulledBack(traits, frame) }),
  afro: (traits, frame) => drawCurls(traits, frame, "afro"),
  curly: (traits, frame) => drawCurls(traits, frame, "long"),
  "short-curls": (traits, frame) => withSides(traits, frame, drawCurls(traits, frame, "top").front),
  pixie: (traits, frame) =>
    withSides(traits, frame, sweep(traits, frame, { from: -0.42, lift: 0.06, reach: -0.3 })),
  "side-part": (traits, frame) =>
    withSides(traits, frame, sweep(traits, frame, { from: -0.52, lift: 0.08, reach: -0.62 })),
  quiff: (traits, frame) => withSides(traits, frame, quiff(traits, frame)),
  swept: (traits, frame) => sweptBack(traits, frame),
  buzz: (traits, frame) => ({ back: "", front: stubbled(traits, frame, 0.82) }),
  bald: () => ({ back: "", front: "" }),
  headscarf: (traits, frame) => headscarf(traits, frame),
};

/** Draws a person's hair for one pose. */
export function drawHair(traits: Traits, frame: HeadFrame): Hair {
  return styles[traits.hairStyle](traits, frame);
}

const flat = (frame: HeadFrame, points: readonly Solid[]): Point[] =>
  points.map(([x, y, depth]) => frame.at(x, y, depth));

function long(
  traits: Traits,
  frame: HeadFrame,
  { length, wave, part, width }: { length: number; wave: number; part: number; width: number },
): Hair {
  const tip = (share: number): number => 0.25 + (length - 0.25) * share;
  const isShort = length < 1.4;
  const curl = isShort ? 0.86 : 1.02;
  const half = (side: 1 | -1): string => {
    const w = width * side;
    const guides = [
      flat(frame, [
        [part, -1.1, 0.8],
        [part + (side * 0.6 - part) * 0.6, -0.98, 0.8],
        [side * 0.68, -0.7, 0.66],
        [side * 0.86, -0.3, 0.4],
        [side * 0.93, 0.25, 0.22],
        [w * 0.9, tip(0.35), 0.2],
        [w * 0.93, tip(0.7), 0.18],
        [w * 0.9 * curl, tip(0.96), 0.18],
      ]),
      flat(frame, [
        [part, -1.32, 0.45],
        [part + (side * 0.7 - part) * 0.6, -1.24, 0.42],
        [side * 0.84, -0.92, 0.32],
        [side * 1.03, -0.42, 0.16],
        [w * 1.07, 0.2, 0.02],
        [w * 1.1, tip(0.35), 0],
        [w * 1.13, tip(0.7), 0],
        [w * 1.08 * curl, tip(1), 0],
      ]),
      flat(frame, [
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

function fringe(traits: Traits, frame: HeadFrame): string {
  const guides = [-0.86, -0.45, 0, 0.45, 0.86].map((x) =>
    flat(frame, [
      [x * 0.4, -1.36, 0.3],
      [x * 0.86, -1.05, 0.62],
      [x, -0.68, 0.86 - Math.abs(x) * 0.4],
      [x * 1.02, -0.36 + Math.abs(x) * 0.08, 0.9 - Math.abs(x) * 0.5],
    ]),
  );
  return drawSheet({ guides, strands: 80 }, traits.hair, "fringe");
}

function pulledBack(traits: Traits, frame: HeadFrame): string {
  const roots: Solid[] = [
    [-0.95, 0.16, 0],
    [-0.9, -0.3, 0.34],
    [-0.66, -0.74, 0.68],
    [0, -0.94, 0.86],
    [0.66, -0.74, 0.68],
    [0.9, -0.3, 0.34],
    [0.95, 0.16, 0],
  ];
  const guides = roots.map(([x, y, depth]) =>
    flat(frame, [
      [x, y, depth],
      [x * 1.04, y * 0.75 - 0.33, depth * 0.75],
      [x * 0.8, -1.05 - (1 - Math.abs(x)) * 0.18, depth * 0.4],
      [x * 0.4, -1.32, 0.05],
      [x * 0.16, -1.4, -0.15],
    ]),
  );
  const wisp = (side: 1 | -1): string =>
    `<path d="${stroke(
      flat(frame, [
        [side * 0.88, -0.3, 0.4],
        [side * 0.97, 0.1, 0.3],
        [side * 0.92, 0.45, 0.3],
        [side * 0.96, 0.7, 0.25],
      ]),
      0.04,
    )}" fill="${traits.hair}" opacity=".9"/>`;
  return drawSheet({ guides, strands: 110, contrast: 0.46 }, traits.hair, "pulled") + wisp(-1) + wisp(1);
}

function knot(traits: Traits, frame: HeadFrame): string {
  const [cx, cy] = frame.at(0, -1.62, -0.35);
  const turns = Array.from({ length: 11 }, (_, index) => {
    const radius = 0.08 + index * 0.031;
    const start = index * 1.3;
    const arc = [0, 0.6, 1.2, 1.8, 2.4].map((step): Point => [
      cx + Math.cos(start + step) * radius * 1.12,
      cy + Math.sin(start + step) * radius,
    ]);
    const tone = index % 2 ? lighten(traits.hair, 0.22) : darken(traits.hair, 0.45);
    return `<path d="${stroke(arc, 0.05)}" fill="${tone}" opacity=".55"/>`;
  });
  return `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx=".45" ry=".39" fill="${traits.hair}"/>${turns.join("")}`;
}

function tail(traits: Traits, frame: HeadFrame): string {
  const side = frame.yaw > 0 ? -1 : 1;
  const guides = [0, 0.22, 0.44].map((shift) =>
    flat(frame, [
      [side * 0.25, -1.3 + shift * 0.4, -0.4],
      [side * (1.0 + shift * 0.4), -1.05 + shift * 0.5, -0.5],
      [side * (1.12 + shift), -0.2 + shift * 0.3, -0.5],
      [side * (1.08 + shift), 0.8, -0.4],
      [side * (1.0 + shift * 0.8), 1.7, -0.3],
      [side * (1.05 + shift * 0.3), 2.3, -0.3],
    ]),
  );
  return drawSheet({ guides, wave: 0.03, strands: 46 }, darken(traits.hair, 0.08), "tail");
}

/** Short hair at the sides of the head, thinning into the skin, below `top`. */
function withSides(traits: Traits, frame: HeadFrame, top: string): Hair {
  return { back: "", front: stubbled(traits, frame, 0.72) + top };
}

function stubbled(traits: Traits, frame: HeadFrame, opacity: number): string {
  const line: Point[] = flat(frame, [
    [-0.97, 0.26, 0],
    [-0.86, 0.02, 0.3],
    [-0.86, -0.42, 0.44],
    [-0.62, -0.72, 0.7],
    [-0.3, -0.84, 0.84],
    [0, -0.87, 0.88],
    [0.3, -0.84, 0.84],
    [0.62, -0.72, 0.7],
    [0.86, -0.42, 0.44],
    [0.86, 0.02, 0.3],
    [0.97, 0.26, 0],
  ]);
  const crown: Point[] = [
    [1.0, 0.26],
    [1.0, -0.45],
    [0.72, -1.02],
    [0.3, -1.22],
    [0, -1.25],
    [-0.3, -1.22],
    [-0.72, -1.02],
    [-1.0, -0.45],
    [-1.0, 0.26],
  ].map(([x = 0, y = 0]) => frame.edge(x, y));
  const colour = mix(traits.hair, traits.skin, 0.16);
  return `<path d="${outline(line, crown)}" fill="${colour}" opacity="${n(opacity)}" filter="url(#soft0)"/><path d="${outline(line, crown)}" fill="${darken(traits.hair, 0.2)}" opacity="${n(opacity * 0.6)}" filter="url(#soft1)"/>`;
}

/** A short top combed from a parting across to the other side. */
function sweep(
  traits: Traits,
  frame: HeadFrame,
  { from, lift, reach }: { from: number; lift: number; reach: number },
): string {
  const guides = [
    flat(frame, [
      [from, -0.86, 0.86],
      [from + 0.4, -0.98, 0.9],
      [0.42, -0.86, 0.86],
      [0.78, -0.56, 0.6],
      [0.93, reach + 0.2, 0.36],
    ]),
    flat(frame, [
      [from - 0.08, -1.0, 0.7],
      [from + 0.36, -1.2 - lift, 0.66],
      [0.46, -1.14 - lift, 0.55],
      [0.88, -0.78, 0.36],
      [1.0, reach + 0.1, 0.18],
    ]),
    flat(frame, [
      [from - 0.14, -1.12, 0.4],
      [from + 0.3, -1.36 - lift, 0.3],
      [0.5, -1.3 - lift, 0.2],
      [0.96, -0.9, 0.1],
      [1.06, reach, 0],
    ]),
    flat(frame, [
      [from - 0.16, -1.16, 0.1],
      [from + 0.26, -1.42 - lift, 0],
      [0.5, -1.36 - lift, 0],
      [0.98, -0.98, 0],
      [1.07, reach - 0.08, 0],
    ]),
  ];
  const near = [
    flat(frame, [
      [from, -0.88, 0.84],
      [from - 0.22, -0.76, 0.7],
      [-0.9, -0.44, 0.4],
    ]),
    flat(frame, [
      [from - 0.06, -1.06, 0.5],
      [from - 0.32, -0.96, 0.4],
      [-1.0, -0.46, 0.1],
    ]),
    flat(frame, [
      [from - 0.1, -1.2, 0.1],
      [from - 0.36, -1.08, 0],
      [-1.05, -0.5, 0],
    ]),
  ];
  return (
    drawSheet({ guides: near, strands: 34, contrast: 0.46 }, darken(traits.hair, 0.1), "near") +
    drawSheet({ guides, strands: 80, contrast: 0.46 }, traits.hair, "sweep")
  );
}

function quiff(traits: Traits, frame: HeadFrame): string {
  const guides = [-0.82, -0.5, -0.1, 0.35, 0.72, 0.9].map((x, index) => {
    const high = 1.5 + 0.12 * Math.sin(index * 1.1);
    return flat(frame, [
      [x * 0.94, -0.62 - (1 - Math.abs(x)) * 0.28, 0.74],
      [x * 1.02 - 0.03, -1.0 - (1 - Math.abs(x)) * 0.16, 0.86],
      [x * 1.06 + 0.06, -1.22 - (1 - Math.abs(x)) * 0.26, 0.6],
      [x * 0.98 + 0.16, -high + Math.abs(x) * 0.34, 0.3],
    ]);
  });
  return drawSheet({ guides, strands: 90, contrast: 0.5 }, traits.hair, "quiff");
}

function sweptBack(traits: Traits, frame: HeadFrame): Hair {
  const roots: Solid[] = [
    [-0.94, 0.1, 0.05],
    [-0.86, -0.42, 0.4],
    [-0.55, -0.8, 0.74],
    [0, -0.93, 0.88],
    [0.55, -0.8, 0.74],
    [0.86, -0.42, 0.4],
    [0.94, 0.1, 0.05],
  ];
  const guides = roots.map(([x, y, depth]) => {
    const out = Math.abs(x) > 0.9 ? 1.16 : 1.08;
    return flat(frame, [
      [x, y, depth],
      [x * 1.02, y - 0.3 * (1.1 - Math.abs(x)) - 0.08, depth * 0.8],
      [x * out, y * 0.9 - 0.3 - 0.12 * (1 - Math.abs(x)), depth * 0.4],
      [x * out * 1.04, -0.3 + (Math.abs(x) > 0.8 ? 0.6 : -1.1 * (1 - Math.abs(x) * 0.35)), -0.1],
    ]);
  });
  const [cx] = frame.at(0, 0, -0.2);
  const back = `<path d="${blob([
    [cx, -1.3],
    [cx + 0.98, -0.7],
    [cx + 1.08, 0.3],
    [cx + 0.86, 1.0],
    [cx, 1.15],
    [cx - 0.86, 1.0],
    [cx - 1.08, 0.3],
    [cx - 0.98, -0.7],
  ])}" fill="${darken(traits.hair, 0.35)}"/>`;
  return { back, front: drawSheet({ guides, strands: 110, contrast: 0.46 }, traits.hair, "swept") };
}

function headscarf(traits: Traits, frame: HeadFrame): Hair {
  const cloth = traits.scarf;
  const random = createRandom(`scarf ${cloth}`);
  const inner: Point[] = flat(frame, [
    [0, -0.86, 0.85],
    [0.52, -0.72, 0.74],
    [0.84, -0.3, 0.42],
    [0.88, 0.25, 0.3],
    [0.7, 0.86, 0.4],
    [0.34, 1.18, 0.52],
    [0, 1.27, 0.55],
    [-0.34, 1.18, 0.52],
    [-0.7, 0.86, 0.4],
    [-0.88, 0.25, 0.3],
    [-0.84, -0.3, 0.42],
    [-0.52, -0.72, 0.74],
  ]);
  const outer: Point[] = [
    [0, -1.42],
    [0.66, -1.26],
    [1.06, -0.7],
    [1.14, 0],
    [1.08, 0.75],
    [1.05, 1.3],
    [1.3, 1.85],
    [1.25, 2.3],
    [0.5, 2.62],
    [-0.3, 2.72],
    [-1.1, 2.35],
    [-1.32, 1.85],
    [-1.05, 1.3],
    [-1.08, 0.75],
    [-1.14, 0],
    [-1.06, -0.7],
    [-0.66, -1.26],
  ].map(([x = 0, y = 0]) => (y < 1 ? frame.edge(x, y) : ([x, y] as const)));
  const folds = Array.from({ length: 15 }, (_, index) => {
    const shift = index / 14;
    const line: Point[] = [
      [-1.0 + shift * 0.5, 0.5 + shift * 0.5],
      [-0.5 + shift * 0.2, 1.2 + shift * 0.9],
      [0.3, 1.5 + shift * 1.0],
      [1.15, 1.2 + shift * 1.0],
    ];
    return `<path d="${stroke(line, random.between(0.04, 0.1))}" fill="${index % 2 ? lighten(cloth, 0.3) : darken(cloth, 0.45)}" opacity="${n(random.between(0.18, 0.36))}"/>`;
  });
  const wraps = Array.from({ length: 7 }, (_, index) => {
    const out = 0.15 + index * 0.13;
    return `<path d="${stroke([frame.edge(-0.96 - out * 0.16, 0.3), frame.edge(-0.86 - out * 0.2, -0.6 - out * 0.2), frame.edge(-0.2, -0.98 - out * 0.4), frame.edge(0.6, -0.82 - out * 0.35), frame.edge(0.98 + out * 0.1, -0.1)], 0.05)}" fill="${index % 2 ? lighten(cloth, 0.3) : darken(cloth, 0.4)}" opacity=".22"/>`;
  });
  const shape = `${blob(outer)}${blob(inner)}`;
  return {
    back: "",
    front: `<clipPath id="scarf"><path d="${shape}" clip-rule="evenodd"/></clipPath><path d="${shape}" fill="${cloth}" fill-rule="evenodd"/><g clip-path="url(#scarf)"><g filter="url(#soft0)">${folds.join("")}${wraps.join("")}</g></g>`,
  };
}
