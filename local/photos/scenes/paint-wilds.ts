import { darken, lighten, mix } from "../colour";
import { blob, n, stroke } from "../svg-path";
import type { Point } from "../svg-path";
import { band, bokeh, glow, many, ridge, verticalGradient } from "./canvas";
import type { Painter, SceneCanvas } from "./canvas";
import { sunX } from "./plants";

const mountains: Painter = (canvas) => {
  const { random } = canvas;
  const tones = random.pick([
    ["#f7d9bd", "#e7b6a0", "#a98aa0", "#6a6d92", "#3f4c70", "#26334f"],
    ["#dcebf2", "#bcd6e4", "#8fb2c8", "#5f88a5", "#3c6380", "#24435a"],
    ["#fbe3c0", "#f4b98b", "#c98a86", "#866f8e", "#4d5377", "#2a3350"],
  ] as const);
  const [top = "", low = "", ...layers] = tones;
  const x = sunX(canvas);
  const far =
    band(canvas, `0 ${mix(top, "#7fa6c9", 0.35)}, .35 ${top}, .62 ${low}, 1 ${low}`) +
    glow([x, 360], 420, ["#fff6df", 0.95]) +
    `<circle cx="${n(x)}" cy="360" r="44" fill="#fffaf0"/>` +
    layers
      .map((tone, index) =>
        peaks(canvas, { level: 430 + index * 125, rough: 120 - index * 8, tone, mist: low }),
      )
      .join("");
  return {
    far,
    glow: glow([x, 360], 260, ["#fff1d0", 0.35]),
    key: lighten(top, 0.2),
    rim: mix(low, "#fff3dd", 0.5),
  };
};

/** A row of mountains, their feet in mist, with snow where they are near and high. */
function peaks(
  canvas: SceneCanvas,
  { level, rough, tone, mist }: { level: number; rough: number; tone: string; mist: string },
): string {
  const { width, random } = canvas;
  const count = random.whole(6, 11);
  const points: Point[] = Array.from({ length: count + 1 }, (_, index) => [
    ((index + (index > 0 && index < count ? random.between(-0.3, 0.3) : 0)) / count) * width,
    level + (index % 2 ? -1 : 0.5) * rough * random.between(0.1, 1.25),
  ]);
  const jagged = points.flatMap(([x, y], index): Point[] => {
    const next = points[index + 1];
    return next
      ? [
          [x, y],
          [x + (next[0] - x) * 0.35, y + (next[1] - y) * 0.28 + random.between(-9, 9)],
          [x + (next[0] - x) * 0.7, y + (next[1] - y) * 0.74 + random.between(-9, 9)],
        ]
      : [[x, y]];
  });
  const id = `peak${tone.slice(1)}${n(level)}`;
  return `${verticalGradient(id, `0 ${lighten(tone, 0.08)}, .5 ${tone}, 1 ${mix(tone, mist, 0.72)}`)}<path d="M0 1000L${jagged.map(([x, y]) => `${n(x)} ${n(y)}`).join("L")}L${n(width)} 1000Z" fill="url(#${id})"/>`;
}

const snow: Painter = (canvas) => {
  const { width, random } = canvas;
  const pine = (x: number, [base, height]: readonly [number, number], tone: string): string =>
    many(5, (index) => {
      const half = height * (0.1 + index * 0.055);
      const y = base - height + index * height * 0.19;
      return `<path d="M${n(x)} ${n(y - height * 0.1)}L${n(x + half)} ${n(y + height * 0.2)}L${n(x - half)} ${n(y + height * 0.2)}Z" fill="${tone}"/><path d="M${n(x)} ${n(y - height * 0.1)}L${n(x + half * 0.7)} ${n(y + height * 0.12)}L${n(x - half * 0.7)} ${n(y + height * 0.12)}Z" fill="#f3f8fd" opacity=".75"/>`;
    });
  const far =
    band(canvas, "0 #a9c3dc, .5 #d8e4ef, .7 #f4efe9, 1 #dfe8f2") +
    glow([sunX(canvas), 420], 460, ["#fff1dc", 0.9]) +
    ridge(canvas, [600, 40], "#c4d5e5") +
    many(9, (index) =>
      pine(((index + random.between(0, 1)) / 9) * width, [760, random.between(180, 330)], "#7f9db0"),
    ) +
    ridge(canvas, [730, 24], "#e9f0f7") +
    many(6, (index) =>
      pine(((index + random.between(0, 1)) / 6) * width, [900, random.between(300, 520)], "#4d6c7c"),
    ) +
    ridge(canvas, [860, 24], "#f8fbfe");
  const flakes = many(90, () =>
    bokeh([random.between(0, width), random.between(0, 1000)], random.between(2.6, 24.75), [
      "#ffffff",
      random.between(0.3, 0.85),
    ]),
  );
  return { far, glow: flakes, key: "#fbf4ec", rim: "#f2f7ff" };
};

const beach: Painter = (canvas) => {
  const { width, random } = canvas;
  const tones = random.pick([
    ["#7fb7d6", "#cfe6ee", "#fbe8cf", "#3f94ad", "#8fd0cf", "#ecd6ae"],
    ["#e79a84", "#f6c79a", "#fde7b8", "#7a7f9c", "#e2b193", "#c9a383"],
    ["#8d9fd0", "#e3b6c5", "#fbd9b8", "#5d7fa6", "#d9b7bd", "#d9b896"],
  ] as const);
  const [high, middle, low, sea, shallow, sand] = tones;
  const x = sunX(canvas);
  const far =
    band(canvas, `0 ${high}, .6 ${middle}, 1 ${low}`, [0, 560]) +
    many(
      7,
      () =>
        `<ellipse cx="${n(random.between(0, width))}" cy="${n(random.between(80, 420))}" rx="${n(random.between(120, 320))}" ry="${n(random.between(10, 30))}" fill="#fff" opacity="${n(random.between(0.12, 0.35))}"/>`,
    ) +
    glow([x, 470], 480, ["#fff6d9", 0.95]) +
    `<circle cx="${n(x)}" cy="470" r="46" fill="#fffbe9"/>` +
    band(canvas, `0 ${sea}, .7 ${shallow}, 1 ${shallow}`, [540, 800]) +
    many(46, () => {
      const y = random.between(548, 780);
      return `<ellipse cx="${n(x + random.between(-1, 1) * (40 + (y - 540) * 0.9))}" cy="${n(y)}" rx="${n(random.between(14, 60))}" ry="${n(1.5 + (y - 540) * 0.014)}" fill="#fff8df" opacity="${n(random.between(0.3, 0.85))}"/>`;
    }) +
    band(canvas, `0 ${mix(sand, shallow, 0.45)}, .25 ${sand}, 1 ${darken(sand, 0.16)}`, [782, 1000]) +
    [784, 800, 826]
      .map(
        (y, index) =>
          `<path d="${stroke(
            [
              [-40, y + 8],
              [width * 0.3, y - 6],
              [width * 0.62, y + 8],
              [width + 40, y - 4],
            ],
            12 - index * 3,
          )}" fill="#fff" opacity="${n(0.85 - index * 0.2)}"/>`,
      )
      .join("");
  const lights = many(26, () =>
    bokeh([x + random.between(-260, 260), random.between(545, 770)], random.between(6.5, 29.7), [
      "#fff6d8",
      random.between(0.2, 0.6),
    ]),
  );
  return {
    far,
    glow: lights,
    key: mix(low, "#ffffff", 0.35),
    rim: "#ffeac0",
  };
};

const desert: Painter = (canvas) => {
  const far =
    band(canvas, "0 #f3a77c, .4 #f8cf9c, .6 #fde7c3, 1 #fde7c3") +
    glow([sunX(canvas), 430], 440, ["#fff3d5", 0.95]) +
    `<circle cx="${n(sunX(canvas))}" cy="430" r="60" fill="#fff6e0"/>` +
    ridge(canvas, [540, 24], "#d99b76") +
    ridge(canvas, [640, 46], "#cd8258") +
    ridge(canvas, [760, 56], "#b5683f") +
    ridge(canvas, [900, 40], "#8f4d30");
  return { far, glow: "", key: "#ffe6c2", rim: "#ffd39a" };
};

const water: Painter = (canvas) => {
  const { width, random } = canvas;
  const far =
    band(canvas, "0 #d7f3f2, .3 #7fcbd3, .7 #2e8ba6, 1 #12516f") +
    many(
      7,
      (index) =>
        `<path d="M${n(width * 0.2 + index * width * 0.1)} -20L${n(width * 0.24 + index * width * 0.1)} -20L${n(width * 0.1 + index * width * 0.16)} 1000L${n(index * width * 0.16)} 1000Z" fill="#eaffff" opacity="${n(random.between(0.05, 0.16))}"/>`,
    ) +
    many(16, () => {
      const [x, y] = [random.between(0, width), random.between(0, 240)];
      return `<path d="${blob([
        [x, y],
        [x + 60, y + 10],
        [x + 110, y - 4],
        [x + 60, y + 22],
      ])}" fill="#fff" opacity=".25"/>`;
    });
  const bubbles = many(60, () =>
    bokeh([random.between(0, width), random.between(0, 1000)], random.between(3.9, 33), [
      "#e9ffff",
      random.between(0.15, 0.5),
    ]),
  );
  return { far, glow: bubbles, key: "#e4fbfb", rim: "#d8ffff" };
};

/** Wide and empty places. */
export const wildPainters = { mountains, snow, beach, desert, water };
