import { darken, lighten, mix } from "../colour";
import { blob, n, stroke } from "../svg-path";
import type { Point } from "../svg-path";
import { band, bokeh, glow, many, ridge, verticalGradient } from "./canvas";
import type { Painter, SceneCanvas } from "./canvas";

const sunX = ({ width, lightSide }: SceneCanvas): number => width * (0.5 + lightSide * 0.36);

/** Heaps of leaves, out of focus: dark ones behind, lit ones before. */
function leaves(
  canvas: SceneCanvas,
  {
    count,
    top,
    bottom,
    colours,
    size,
  }: { count: number; top: number; bottom: number; colours: readonly [string, ...string[]]; size: number },
): string {
  const { width, random } = canvas;
  return many(count, () => {
    const [x, y] = [random.between(-30, width + 30), random.between(top, bottom)];
    const radius = size * random.between(0.5, 1.3);
    return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(radius)}" ry="${n(radius * random.between(0.5, 0.9))}" fill="${random.pick(colours)}" opacity="${n(random.between(0.35, 0.85))}" transform="rotate(${n(random.between(-50, 50))} ${n(x)} ${n(y)})"/>`;
  });
}

function trunks(canvas: SceneCanvas, count: number, colour: string, thick: number): string {
  const { width, random } = canvas;
  return many(count, (index) => {
    const x = ((index + random.between(0.1, 0.9)) / count) * width;
    const half = thick * random.between(0.5, 1.2);
    const lean = random.between(-25, 25);
    return `<path d="M${n(x - half)} 1000L${n(x - half * 0.7 + lean)} -20L${n(x + half * 0.7 + lean)} -20L${n(x + half)} 1000Z" fill="${colour}" opacity="${n(random.between(0.7, 1))}"/>`;
  });
}

const park: Painter = (canvas) => {
  const { width, random } = canvas;
  const x = sunX(canvas);
  const far =
    band(canvas, [
      [0, "#cfe0c4"],
      [0.45, "#9dbb85"],
      [0.62, "#86a866"],
      [1, "#5f8447"],
    ]) +
    leaves(canvas, {
      count: 60,
      top: 60,
      bottom: 560,
      colours: ["#5d8450", "#7ba363", "#466b41", "#93b56f"],
      size: 75,
    }) +
    trunks(canvas, 5, "#4a4536", 22) +
    leaves(canvas, {
      count: 40,
      top: -40,
      bottom: 300,
      colours: ["#a9c878", "#86ad5d", "#c6d98d", "#6d9750"],
      size: 60,
    }) +
    band(
      canvas,
      [
        [0, "#9cbf6a"],
        [1, "#5c8442"],
      ],
      660,
    ) +
    leaves(canvas, { count: 26, top: 640, bottom: 700, colours: ["#7fa456", "#a4c573"], size: 50 }) +
    glow([x, 120], 520, "#fff3c4", 0.85);
  const lights = many(34, () =>
    bokeh(
      [random.between(0, width), random.between(0, 520)],
      random.between(10, 38),
      random.pick(["#fff6cf", "#eaf7b5", "#ffffff"]),
      random.between(0.1, 0.34),
    ),
  );
  return { far, glow: lights, key: "#fff1d6", rim: "#fff0b8", ambient: "#5d7350" };
};

const garden: Painter = (canvas) => {
  const { width, random } = canvas;
  const far =
    band(canvas, [
      [0, "#e7efe0"],
      [0.5, "#b8cfa6"],
      [1, "#7fa070"],
    ]) +
    leaves(canvas, {
      count: 70,
      top: 150,
      bottom: 1000,
      colours: ["#6f9a63", "#8fb57c", "#567f50", "#a7c793"],
      size: 70,
    }) +
    many(70, () => {
      const [cx, cy] = [random.between(0, width), random.between(260, 1000)];
      return `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(random.between(14, 36))}" fill="${random.pick(["#e59aa6", "#f3c7c9", "#d9737f", "#fbeef0", "#efb37f", "#c989b8"])}" opacity="${n(random.between(0.6, 0.95))}"/>`;
    }) +
    glow([sunX(canvas), 80], 480, "#fffbe8", 0.8);
  const lights = many(22, () =>
    bokeh(
      [random.between(0, width), random.between(0, 600)],
      random.between(12, 34),
      "#fffdf0",
      random.between(0.12, 0.3),
    ),
  );
  return { far, glow: lights, key: "#fff6e4", rim: "#fff3d8", ambient: "#6d7f62" };
};

const autumn: Painter = (canvas) => {
  const { width, random } = canvas;
  const far =
    band(canvas, [
      [0, "#f6dfb4"],
      [0.4, "#e5a95b"],
      [0.7, "#b9692f"],
      [1, "#7d4523"],
    ]) +
    trunks(canvas, 6, "#4d3023", 24) +
    leaves(canvas, {
      count: 90,
      top: -20,
      bottom: 620,
      colours: ["#d9822b", "#f0b145", "#b5491f", "#e8963a", "#f7cf72", "#94401f"],
      size: 58,
    }) +
    band(
      canvas,
      [
        [0, "#c27a3a"],
        [1, "#8a4d27"],
      ],
      740,
    ) +
    leaves(canvas, {
      count: 60,
      top: 720,
      bottom: 1000,
      colours: ["#d9822b", "#e9b04e", "#a4431d", "#c76a2c"],
      size: 30,
    }) +
    glow([sunX(canvas), 160], 560, "#ffe9b0", 0.9);
  const lights = many(36, () =>
    bokeh(
      [random.between(0, width), random.between(0, 700)],
      random.between(10, 36),
      random.pick(["#ffd98a", "#ffefc2", "#ffb35c"]),
      random.between(0.14, 0.4),
    ),
  );
  return { far, glow: lights, key: "#ffe3b4", rim: "#ffd083", ambient: "#7a4f38" };
};

const forest: Painter = (canvas) => {
  const { width, random } = canvas;
  const x = sunX(canvas);
  const shafts = many(6, (index) => {
    const start = x + (index - 3) * 60;
    const end = start - canvas.lightSide * random.between(260, 520);
    return `<path d="M${n(start)} -20L${n(start + 34)} -20L${n(end + 120)} 1000L${n(end)} 1000Z" fill="#f4f6cf" opacity="${n(random.between(0.05, 0.14))}"/>`;
  });
  const far =
    band(canvas, [
      [0, "#cddcb8"],
      [0.4, "#8fae86"],
      [0.75, "#4f7257"],
      [1, "#2c4637"],
    ]) +
    trunks(canvas, 11, "#7f9a80", 9) +
    trunks(canvas, 8, "#5b765f", 15) +
    leaves(canvas, {
      count: 50,
      top: -40,
      bottom: 380,
      colours: ["#6b9160", "#86a976", "#4c7350"],
      size: 64,
    }) +
    trunks(canvas, 5, "#2f4336", 27) +
    leaves(canvas, {
      count: 44,
      top: -60,
      bottom: 160,
      colours: ["#3c6142", "#547a4f", "#2f4f38"],
      size: 80,
    }) +
    leaves(canvas, {
      count: 60,
      top: 780,
      bottom: 1010,
      colours: ["#35573e", "#4a7148", "#27412f", "#6b8c55"],
      size: 60,
    }) +
    glow([x, 60], 520, "#f8f5cc", 0.8) +
    shafts;
  const lights = many(30, () =>
    bokeh(
      [random.between(0, width), random.between(0, 820)],
      random.between(4, 20),
      random.pick(["#f6f3c0", "#e3f0b2"]),
      random.between(0.12, 0.4),
    ),
  );
  return { far, glow: lights, key: "#f3f0d2", rim: "#eef2b4", ambient: "#3f5a48" };
};

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
    band(canvas, [
      [0, mix(top, "#7fa6c9", 0.35)],
      [0.35, top],
      [0.62, low],
      [1, low],
    ]) +
    glow([x, 360], 420, "#fff6df", 0.95) +
    `<circle cx="${n(x)}" cy="360" r="44" fill="#fffaf0"/>` +
    layers.map((tone, index) => peaks(canvas, 430 + index * 125, 120 - index * 8, tone, low)).join("");
  return {
    far,
    glow: glow([x, 360], 260, "#fff1d0", 0.35),
    key: lighten(top, 0.2),
    rim: mix(low, "#fff3dd", 0.5),
    ambient: mix(layers[1] ?? low, "#555566", 0.4),
  };
};

/** A row of mountains, their feet in mist, with snow where they are near and high. */
function peaks(canvas: SceneCanvas, level: number, rough: number, tone: string, mist: string): string {
  const { width, random } = canvas;
  const count = 9;
  const points: Point[] = Array.from({ length: count + 1 }, (_, index) => [
    (index / count) * width,
    level + (index % 2 ? -1 : 0.55) * rough * random.between(0.35, 1),
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
  return `${verticalGradient(id, [
    [0, lighten(tone, 0.08)],
    [0.5, tone],
    [1, mix(tone, mist, 0.72)],
  ])}<path d="M0 1000L${jagged.map(([x, y]) => `${n(x)} ${n(y)}`).join("L")}L${n(width)} 1000Z" fill="url(#${id})"/>`;
}

const snow: Painter = (canvas) => {
  const { width, random } = canvas;
  const pine = (x: number, base: number, height: number, tone: string): string =>
    many(5, (index) => {
      const half = height * (0.1 + index * 0.055);
      const y = base - height + index * height * 0.19;
      return `<path d="M${n(x)} ${n(y - height * 0.1)}L${n(x + half)} ${n(y + height * 0.2)}L${n(x - half)} ${n(y + height * 0.2)}Z" fill="${tone}"/><path d="M${n(x)} ${n(y - height * 0.1)}L${n(x + half * 0.7)} ${n(y + height * 0.12)}L${n(x - half * 0.7)} ${n(y + height * 0.12)}Z" fill="#f3f8fd" opacity=".75"/>`;
    });
  const far =
    band(canvas, [
      [0, "#a9c3dc"],
      [0.5, "#d8e4ef"],
      [0.7, "#f4efe9"],
      [1, "#dfe8f2"],
    ]) +
    glow([sunX(canvas), 420], 460, "#fff1dc", 0.9) +
    ridge(canvas, 600, 40, "#c4d5e5") +
    many(9, (index) =>
      pine(((index + random.between(0, 1)) / 9) * width, 760, random.between(180, 330), "#7f9db0"),
    ) +
    ridge(canvas, 730, 24, "#e9f0f7") +
    many(6, (index) =>
      pine(((index + random.between(0, 1)) / 6) * width, 900, random.between(300, 520), "#4d6c7c"),
    ) +
    ridge(canvas, 860, 24, "#f8fbfe");
  const flakes = many(90, () =>
    bokeh(
      [random.between(0, width), random.between(0, 1000)],
      random.between(2, 15),
      "#ffffff",
      random.between(0.3, 0.85),
    ),
  );
  return { far, glow: flakes, key: "#fbf4ec", rim: "#f2f7ff", ambient: "#7f93ab" };
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
    band(
      canvas,
      [
        [0, high],
        [0.6, middle],
        [1, low],
      ],
      0,
      560,
    ) +
    many(
      7,
      () =>
        `<ellipse cx="${n(random.between(0, width))}" cy="${n(random.between(80, 420))}" rx="${n(random.between(120, 320))}" ry="${n(random.between(10, 30))}" fill="#fff" opacity="${n(random.between(0.12, 0.35))}"/>`,
    ) +
    glow([x, 470], 480, "#fff6d9", 0.95) +
    `<circle cx="${n(x)}" cy="470" r="46" fill="#fffbe9"/>` +
    band(
      canvas,
      [
        [0, sea],
        [0.7, shallow],
        [1, shallow],
      ],
      540,
      800,
    ) +
    many(46, () => {
      const y = random.between(548, 780);
      return `<ellipse cx="${n(x + random.between(-1, 1) * (40 + (y - 540) * 0.9))}" cy="${n(y)}" rx="${n(random.between(14, 60))}" ry="${n(1.5 + (y - 540) * 0.014)}" fill="#fff8df" opacity="${n(random.between(0.3, 0.85))}"/>`;
    }) +
    band(
      canvas,
      [
        [0, mix(sand, shallow, 0.45)],
        [0.25, sand],
        [1, darken(sand, 0.16)],
      ],
      782,
    ) +
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
    bokeh(
      [x + random.between(-260, 260), random.between(545, 770)],
      random.between(5, 18),
      "#fff6d8",
      random.between(0.2, 0.6),
    ),
  );
  return {
    far,
    glow: lights,
    key: mix(low, "#ffffff", 0.35),
    rim: "#ffeac0",
    ambient: mix(sea, "#6f6570", 0.55),
  };
};

const flowers: Painter = (canvas) => {
  const { width, random } = canvas;
  const blooms = random.pick([
    ["#e8607a", "#f3a3b2", "#fbd9df", "#f6b84f"],
    ["#8f78d3", "#b7a4ea", "#e9ddfb", "#f3d36b"],
    ["#f2c230", "#f7dd74", "#fff4c9", "#ea7a3f"],
  ] as const);
  const bloom = (x: number, y: number, size: number): string => {
    const colour = random.pick(blooms);
    const turn = random.between(0, 60);
    return (
      many(
        6,
        (index) =>
          `<ellipse cx="${n(x)}" cy="${n(y - size * 0.55)}" rx="${n(size * 0.34)}" ry="${n(size * 0.55)}" fill="${index % 2 ? lighten(colour, 0.14) : colour}" transform="rotate(${n(index * 60 + turn)} ${n(x)} ${n(y)})"/>`,
      ) + `<circle cx="${n(x)}" cy="${n(y)}" r="${n(size * 0.26)}" fill="#f4d06a"/>`
    );
  };
  const far =
    band(canvas, [
      [0, "#c9e2ee"],
      [0.38, "#f6ead6"],
      [0.46, "#a9c58b"],
      [1, "#4f7a45"],
    ]) +
    ridge(canvas, 430, 24, "#9cb896") +
    leaves(canvas, {
      count: 50,
      top: 470,
      bottom: 1000,
      colours: ["#6f9a55", "#88b268", "#517d45"],
      size: 54,
    }) +
    [500, 560, 640, 740, 860, 980]
      .map((y, row) =>
        many(24 - row * 2, () => bloom(random.between(0, width), y + random.between(-34, 34), 10 + row * 9)),
      )
      .join("") +
    glow([sunX(canvas), 180], 460, "#fff6da", 0.9);
  const lights = many(26, () =>
    bokeh(
      [random.between(0, width), random.between(200, 900)],
      random.between(8, 26),
      random.pick(["#fffbe0", ...blooms]),
      random.between(0.12, 0.36),
    ),
  );
  return { far, glow: lights, key: "#fff2da", rim: "#fff0c4", ambient: "#637a55" };
};

const desert: Painter = (canvas) => {
  const far =
    band(canvas, [
      [0, "#f3a77c"],
      [0.4, "#f8cf9c"],
      [0.6, "#fde7c3"],
      [1, "#fde7c3"],
    ]) +
    glow([sunX(canvas), 430], 440, "#fff3d5", 0.95) +
    `<circle cx="${n(sunX(canvas))}" cy="430" r="60" fill="#fff6e0"/>` +
    ridge(canvas, 540, 24, "#d99b76") +
    ridge(canvas, 640, 46, "#cd8258") +
    ridge(canvas, 760, 56, "#b5683f") +
    ridge(canvas, 900, 40, "#8f4d30");
  return { far, glow: "", key: "#ffe6c2", rim: "#ffd39a", ambient: "#94604b" };
};

const water: Painter = (canvas) => {
  const { width, random } = canvas;
  const far =
    band(canvas, [
      [0, "#d7f3f2"],
      [0.3, "#7fcbd3"],
      [0.7, "#2e8ba6"],
      [1, "#12516f"],
    ]) +
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
    bokeh(
      [random.between(0, width), random.between(0, 1000)],
      random.between(3, 20),
      "#e9ffff",
      random.between(0.15, 0.5),
    ),
  );
  return { far, glow: bubbles, key: "#e4fbfb", rim: "#d8ffff", ambient: "#2f6a80" };
};

export const naturePainters = {
  park,
  garden,
  autumn,
  forest,
  mountains,
  snow,
  beach,
  flowers,
  desert,
  water,
};
