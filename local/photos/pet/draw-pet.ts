import { darken, lighten, mix } from "../colour";
import { createRandom } from "../random";
import type { Pose } from "../person/pose";
import type { Canvas, Layer } from "../shade-layers";
import { blob, curve, mirrored, n, stroke } from "../svg-path";
import type { Point } from "../svg-path";

interface Coat {
  kind: "cat" | "dog";
  fur: string;
  patch: string;
  chest: string;
  eyes: string;
  hasStripes: boolean;
  collar: string;
}

const furs = [
  "#d08a45",
  "#8d8a88",
  "#3a3230",
  "#e6d3b3",
  "#a9784c",
  "#c9a27a",
  "#5d4a3e",
  "#efe6d8",
] as const;
const filters = [0.012, 0.04, 0.1]
  .map(
    (blur, index) =>
      `<filter id="soft${String(index)}" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="${String(blur)}"/></filter>`,
  )
  .join("");

/** A cat (even numbers) or a dog (odd), in one pose, as layers from back to front. */
export function drawPet(identity: number, pose: Pose, canvas: Canvas): Layer[] {
  const coat = coatOf(identity);
  const unitPx = (pose.headShare * canvas.heightPx) / 2.5;
  const [x, y] = [pose.head.x * canvas.widthPx, (pose.head.y + 0.05) * canvas.heightPx];
  const place = `translate(${n(x)} ${n(y)}) scale(${n(unitPx)})`;
  const onHead = `${place} rotate(${n((pose.tilt * 260) / Math.PI)} 0 1)`;
  const document = (transform: string, body: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(canvas.widthPx)}" height="${String(canvas.heightPx)}"><defs>${filters}</defs><g transform="${transform}">${body}</g></svg>`;
  const layer = (transform: string, body: string, rest: Partial<Layer>): Layer => ({
    svg: document(transform, body),
    roundPx: 0,
    relief: 1,
    shadow: "#6b6068",
    castPx: 0,
    castOpacity: 0,
    ...rest,
  });
  const turn = pose.yaw * 0.5;

  return [
    layer(place, drawBody(coat), { roundPx: unitPx * 0.7, shadow: "#665c66" }),
    layer(onHead, drawEars(coat, turn), { roundPx: unitPx * 0.25, castPx: unitPx * 0.1, castOpacity: 0.3 }),
    layer(onHead, drawHead(coat), {
      roundPx: unitPx * 0.75,
      relief: 1.05,
      castPx: unitPx * 0.4,
      castOpacity: 0.55,
    }),
    layer(onHead, coat.kind === "dog" ? drawEars(coat, turn, true) : "", {
      roundPx: unitPx * 0.25,
      castPx: unitPx * 0.12,
      castOpacity: 0.4,
    }),
    layer(onHead, drawMuzzle(coat, turn), {
      roundPx: unitPx * 0.3,
      relief: 0.8,
      castPx: unitPx * 0.08,
      castOpacity: 0.16,
    }),
    layer(onHead, drawFeatures(coat, turn, pose), {}),
  ].filter(({ svg }) => svg.includes("<path"));
}

function coatOf(identity: number): Coat {
  const random = createRandom(`pet ${String(identity)}`);
  const fur = furs[(identity * 3 + 1) % furs.length] ?? furs[0];
  const kind = identity % 2 === 0 ? "cat" : "dog";
  return {
    kind,
    fur,
    patch: random.chance(0.5) ? lighten(fur, 0.35) : darken(fur, 0.4),
    chest: mix(fur, "#fff8ee", 0.72),
    eyes:
      kind === "cat"
        ? random.pick(["#7f9a3f", "#c99a35", "#4f8f86", "#6e97b5"])
        : random.pick(["#4a2d1b", "#6b4424"]),
    hasStripes: kind === "cat" && random.chance(0.6),
    collar: random.pick(["#b8493a", "#2f6a6a", "#d8a441", "#45608a", "#7c4a6a"]),
  };
}

function furry(outline: readonly Point[], colour: string, seed: string, count: number): string {
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

function drawBody(coat: Coat): string {
  const body: Point[] = mirrored([
    [0, 0.6],
    [0.7, 0.85],
    [1.15, 1.5],
    [1.45, 2.6],
    [1.6, 4.5],
    [1.6, 7],
    [0, 7],
  ]);
  const chest: Point[] = mirrored([
    [0, 0.9],
    [0.46, 1.2],
    [0.6, 2],
    [0.42, 3.2],
    [0, 3.6],
  ]);
  const collar: Point[] = [
    [-0.92, 1.02],
    [-0.5, 1.3],
    [0, 1.4],
    [0.5, 1.3],
    [0.92, 1.02],
  ];
  const wide = coat.kind === "dog" ? 1.12 : 1;
  return `<g transform="scale(${n(wide)} 1)"><path d="${blob(body)}" fill="${coat.fur}"/><path d="${blob(chest)}" fill="${coat.chest}" filter="url(#soft2)"/>
  <g transform="translate(0 1.8)">${furry(
    body.map(([x, y]): Point => [x, y - 1.8]),
    coat.fur,
    "body",
    260,
  )}</g>
  <path d="${stroke(collar, 0.2)}" fill="${coat.collar}"/><circle cx="0" cy="1.5" r=".13" fill="#e3bb5c"/><circle cx="-.03" cy="1.46" r=".04" fill="#fff3cf"/></g>`;
}

function drawEars(coat: Coat, turn: number, isFront = false): string {
  if (coat.kind === "dog" && !isFront) return "";
  const ear = (side: 1 | -1): string => {
    const shape: Point[] =
      coat.kind === "cat"
        ? [
            [0.28, -0.72],
            [0.5, -1.28],
            [0.7, -1.5],
            [0.84, -1.2],
            [0.92, -0.4],
          ]
        : [
            [0.55, -0.92],
            [0.98, -0.86],
            [1.22, -0.3],
            [1.2, 0.35],
            [0.98, 0.6],
            [0.82, 0.2],
            [0.74, -0.4],
          ];
    const inner: Point[] = [
      [0.42, -0.78],
      [0.56, -1.18],
      [0.68, -1.34],
      [0.77, -1.1],
      [0.8, -0.6],
    ];
    const place = (points: Point[]): Point[] =>
      points.map(([px, py]): Point => [px * side + turn * 0.15, py]);
    const tone = coat.kind === "dog" ? darken(coat.fur, 0.22) : coat.fur;
    return `<path d="${blob(place(shape))}" fill="${tone}"/>${
      coat.kind === "cat"
        ? `<path d="${blob(place(inner))}" fill="${mix(coat.fur, "#e9a79b", 0.7)}" filter="url(#soft0)"/>`
        : `<g transform="translate(${n(side * 1)} -.1)">${furry(
            [
              [-0.15, -0.6],
              [0.2, -0.3],
              [0.15, 0.5],
              [-0.1, 0.5],
            ],
            tone,
            `ear ${String(side)}`,
            30,
          )}</g>`
    }`;
  };
  return ear(-1) + ear(1);
}

function drawHead(coat: Coat): string {
  const half: Point[] =
    coat.kind === "cat"
      ? [
          [0, -0.98],
          [0.55, -0.9],
          [0.95, -0.45],
          [1.12, 0.15],
          [0.95, 0.6],
          [0.5, 0.92],
          [0, 1.0],
        ]
      : [
          [0, -1.08],
          [0.5, -1.02],
          [0.86, -0.66],
          [0.95, 0],
          [0.8, 0.6],
          [0.5, 1.0],
          [0, 1.12],
        ];
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
    : `<path d="${blob([
        [-0.95, -0.5],
        [-0.5, -0.85],
        [-0.14, -0.4],
        [-0.28, 0.1],
        [-0.72, 0.12],
      ])}" fill="${coat.patch}" opacity=".7" filter="url(#soft1)"/>`;
  const blaze = `<path d="${blob([
    [0, -0.85],
    [0.12, -0.4],
    [0.24, 0.1],
    [0.3, 0.6],
    [-0.3, 0.6],
    [-0.24, 0.1],
    [-0.12, -0.4],
  ])}" fill="${coat.chest}" opacity=".8" filter="url(#soft1)"/>`;
  return `<path d="${blob(outline)}" fill="${coat.fur}"/>${blaze}${stripes}${furry(outline, coat.fur, "head", 220)}`;
}

function drawMuzzle(coat: Coat, turn: number): string {
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

function drawFeatures(coat: Coat, turn: number, pose: Pose): string {
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
