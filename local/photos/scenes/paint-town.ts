import { darken, lighten, mix } from "../colour";
import { n } from "../svg-path";
import { band, bokeh, glow, many } from "./canvas";
import type { Painter, SceneCanvas } from "./canvas";

const sideX = ({ width, lightSide }: SceneCanvas, reach: number): number =>
  width * (0.5 + Math.sign(lightSide || 1) * reach);

const street: Painter = (canvas) => {
  const { width, random } = canvas;
  const house = (x: number, w: number, tone: string): string =>
    `<rect x="${n(x)}" y="0" width="${n(w)}" height="820" fill="${tone}"/>` +
    many(5, (row) =>
      many(
        Math.max(1, Math.round(w / 90)),
        (column) =>
          `<rect x="${n(x + 22 + column * 86)}" y="${n(20 + row * 150)}" width="46" height="92" rx="4" fill="${random.chance(0.3) ? "#ffe6b0" : darken(tone, 0.32)}" opacity=".8"/>`,
      ),
    );
  let far = band(canvas, "0 #f4ead9, .7 #dccbb5, 1 #9d907f");
  for (let x = -40; x < width;) {
    const w = random.between(170, 300);
    far += house(x, w, random.pick(["#c9a98c", "#b7876b", "#d8c4a8", "#9fa3a0", "#c58f78", "#8f9aa6"]));
    x += w + (random.chance(0.3) ? 90 : 0);
  }
  far +=
    `<rect x="0" y="800" width="${n(width)}" height="200" fill="#8b857d"/>` +
    many(4, () => {
      const x = random.between(0, width);
      return `<rect x="${n(x)}" y="640" width="${n(random.between(150, 260))}" height="26" rx="6" fill="${random.pick(["#b8493a", "#2f6a6a", "#d8a441", "#45608a"])}"/>`;
    }) +
    glow([sideX(canvas, 0.4), 140], 560, ["#fff2d2", 0.8]);
  const lights = many(40, () =>
    bokeh([random.between(0, width), random.between(220, 820)], random.between(13, 56.1), [
      random.pick(["#ffdca0", "#ffc271", "#fff2d6", "#ff9d7a", "#bfe0ff"]),
      random.between(0.18, 0.5),
    ]),
  );
  return { far, glow: lights, key: "#fff0d9", rim: "#ffdfae" };
};

function skyline(
  canvas: SceneCanvas,
  { level, tone, lit, size }: { level: number; tone: string; lit: string; size: number },
): string {
  const { width, random } = canvas;
  let drawn = "";
  for (let x = -30; x < width;) {
    const w = size * random.between(0.6, 1.3);
    const top = level - random.between(0, 1) ** 2 * 360 - 40;
    drawn += `<rect x="${n(x)}" y="${n(top)}" width="${n(w)}" height="${n(1000 - top)}" fill="${tone}"/>`;
    for (let y = top + 16; y < 820; y += size * 0.21) {
      for (let column = x + 9; column < x + w - 12; column += size * 0.17) {
        if (random.chance(0.4))
          drawn += `<rect x="${n(column)}" y="${n(y)}" width="${n(size * 0.085)}" height="${n(size * 0.115)}" fill="${random.chance(0.8) ? lit : "#bfe3ff"}" opacity="${n(random.between(0.35, 0.95))}"/>`;
      }
    }
    x += w + random.between(0, 8);
  }
  return drawn;
}

const cityNight: Painter = (canvas) => {
  const { width, random } = canvas;
  const far =
    band(canvas, "0 #0d1630, .45 #27335f, .7 #6b4f78, .84 #c77f6c, 1 #3a2d3f") +
    skyline(canvas, { level: 560, tone: "#2c365f", lit: "#ffd9a0", size: 90 }) +
    skyline(canvas, { level: 740, tone: "#151c38", lit: "#ffc773", size: 150 }) +
    band(canvas, "0 #1b1c33, 1 #0c0e1c", [850, 1000]) +
    many(
      40,
      () =>
        `<ellipse cx="${n(random.between(0, width))}" cy="${n(random.between(860, 1000))}" rx="${n(random.between(3, 9))}" ry="${n(random.between(20, 60))}" fill="${random.pick(["#ffc773", "#ff8f6b", "#7fb8ff", "#ffe2b0"])}" opacity="${n(random.between(0.15, 0.5))}"/>`,
    );
  const lights = many(56, () =>
    bokeh([random.between(0, width), random.between(380, 960)], random.between(11.7, 59.4), [
      random.pick(["#ffc169", "#ff9a5f", "#ffe1a8", "#86b9ff", "#ff6f77", "#ffd28a"]),
      random.between(0.2, 0.62),
    ]),
  );
  return { far, glow: lights, key: "#ffd9b0", rim: "#8fb6ff" };
};

const neon: Painter = (canvas) => {
  const { width, random } = canvas;
  const colours = ["#ff3d9a", "#23d5ff", "#9b5cff", "#ff7a3d", "#39f5b4"] as const;
  const sign = (): string => {
    const colour = random.pick(colours);
    const [x, y] = [random.between(0, width), random.between(60, 700)];
    const [w, h] = random.chance(0.5)
      ? [random.between(26, 50), random.between(130, 280)]
      : [random.between(110, 240), random.between(26, 54)];
    return (
      glow([x + w / 2, y + h / 2], Math.max(w, h) * 1.15, [colour, 0.5]) +
      `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="10" fill="${darken(colour, 0.72)}" stroke="${lighten(colour, 0.35)}" stroke-width="7"/>` +
      `<rect x="${n(x + w * 0.22)}" y="${n(y + h * 0.24)}" width="${n(w * 0.56)}" height="${n(h * 0.52)}" rx="8" fill="${lighten(colour, 0.2)}" opacity=".8"/>`
    );
  };
  const far =
    band(canvas, "0 #0b0a1f, .5 #24123f, 1 #0a0917") +
    many(
      8,
      (index) =>
        `<rect x="${n((index / 8) * width)}" y="${n(random.between(0, 200))}" width="${n(width / 9)}" height="900" fill="${random.pick(["#150f2b", "#1d1436", "#100c22"])}"/>`,
    ) +
    many(15, sign) +
    band(canvas, "0 #1a1030, 1 #05040d", [850, 1000]) +
    many(
      50,
      () =>
        `<ellipse cx="${n(random.between(0, width))}" cy="${n(random.between(860, 1000))}" rx="${n(random.between(4, 12))}" ry="${n(random.between(18, 70))}" fill="${random.pick(colours)}" opacity="${n(random.between(0.12, 0.45))}"/>`,
    );
  const lights = many(40, () =>
    bokeh([random.between(0, width), random.between(120, 950)], random.between(10.4, 59.4), [
      random.pick(colours),
      random.between(0.16, 0.5),
    ]),
  );
  return { far, glow: lights, key: "#ff9ed2", rim: "#38d9ff" };
};

const cafe: Painter = (canvas) => {
  const { width, random } = canvas;
  const lamp = (x: number, y: number): string =>
    `<path d="M${n(x)} -10L${n(x)} ${n(y)}" stroke="#2f1e16" stroke-width="5"/><path d="M${n(x - 44)} ${n(y + 46)}Q${n(x - 36)} ${n(y - 6)} ${n(x)} ${n(y - 8)}Q${n(x + 36)} ${n(y - 6)} ${n(x + 44)} ${n(y + 46)}Z" fill="#3a2820"/>${glow([x, y + 56], 190, ["#ffd28a", 0.95])}<circle cx="${n(x)}" cy="${n(y + 50)}" r="20" fill="#fff3d6"/>`;
  const far =
    band(canvas, "0 #4a3226, .5 #8a6144, 1 #4b3122") +
    `<rect x="${n(width * 0.04)}" y="120" width="${n(width * 0.4)}" height="520" rx="12" fill="#e9dcc4" opacity=".85"/><rect x="${n(width * 0.235)}" y="120" width="10" height="520" fill="#3a281e"/>` +
    many(
      3,
      (row) =>
        `<rect x="${n(width * 0.54)}" y="${n(210 + row * 150)}" width="${n(width * 0.5)}" height="16" fill="#33221a"/>` +
        many(
          11,
          (index) =>
            `<rect x="${n(width * 0.56 + index * width * 0.042)}" y="${n(210 + row * 150 - random.between(40, 92))}" width="${n(width * 0.026)}" height="92" rx="6" fill="${random.pick(["#c99a5b", "#e6d2ab", "#7d9a86", "#a5513a", "#d9b98a"])}"/>`,
        ),
    ) +
    `<rect x="0" y="790" width="${n(width)}" height="210" fill="#5d3d2a"/><rect x="0" y="780" width="${n(width)}" height="18" fill="#a9764c"/>` +
    lamp(width * 0.22, 90) +
    lamp(width * 0.55, 130) +
    lamp(width * 0.86, 70);
  const lights = many(34, () =>
    bokeh([random.between(0, width), random.between(60, 700)], random.between(11.7, 52.8), [
      random.pick(["#ffd596", "#ffb765", "#fff0cf"]),
      random.between(0.16, 0.48),
    ]),
  );
  return { far, glow: lights, key: "#ffe2b8", rim: "#ffcf8a" };
};

const library: Painter = (canvas) => {
  const { width, random } = canvas;
  const shelf = (y: number): string => {
    let books = "";
    for (let x = -10; x < width;) {
      const w = random.between(16, 40);
      const h = random.between(110, 165);
      books += `<rect x="${n(x)}" y="${n(y - h)}" width="${n(w)}" height="${n(h)}" fill="${random.pick(["#8a4a38", "#2f4d55", "#c19a5b", "#53643f", "#6b3d4c", "#d8c7a4", "#3c3a4d", "#a9694a"])}"/>`;
      x += w + random.between(1, 5);
    }
    return `${books}<rect x="0" y="${n(y)}" width="${n(width)}" height="20" fill="#5c3d28"/>`;
  };
  const far =
    band(canvas, "0 #3a281d, 1 #2b1c14") +
    [180, 370, 560, 750, 940].map(shelf).join("") +
    glow([sideX(canvas, 0.42), 220], 620, ["#ffe3ac", 0.75]);
  const lights = many(12, () =>
    bokeh([random.between(0, width), random.between(40, 600)], random.between(18.2, 59.4), [
      "#ffdf9f",
      random.between(0.2, 0.45),
    ]),
  );
  return { far, glow: lights, key: "#ffe9c8", rim: "#ffdc9f" };
};

const office: Painter = (canvas) => {
  const { width, random } = canvas;
  const panes = Math.ceil(width / 240);
  const far =
    band(canvas, "0 #eef3f6, 1 #c7d2da") +
    many(
      panes,
      (index) =>
        `<rect x="${n(index * 240 + 10)}" y="60" width="216" height="560" fill="${mix("#bcd7e6", "#eef6fa", random.between(0, 0.8))}"/>` +
        many(
          4,
          () =>
            `<rect x="${n(index * 240 + 10 + random.between(0, 150))}" y="${n(random.between(240, 420))}" width="${n(random.between(40, 90))}" height="400" fill="#a9c2d0" opacity=".6"/>`,
        ),
    ) +
    `<rect x="0" y="620" width="${n(width)}" height="60" fill="#e4e8ea"/><rect x="0" y="680" width="${n(width)}" height="320" fill="#b9aa97"/>` +
    many(5, () => {
      const x = random.between(0, width);
      return `<rect x="${n(x)}" y="${n(random.between(560, 620))}" width="${n(random.between(90, 150))}" height="90" rx="8" fill="#3c4750"/>`;
    }) +
    many(
      26,
      () =>
        `<ellipse cx="${n(width * (random.chance(0.5) ? 0.06 : 0.95) + random.between(-60, 60))}" cy="${n(random.between(380, 760))}" rx="46" ry="16" fill="${random.pick(["#5f8d63", "#7aa676", "#45704d"])}" transform="rotate(${n(random.between(-60, 60))} ${n(width * 0.5)} 600)" opacity=".8"/>`,
    ) +
    glow([sideX(canvas, 0.4), 260], 560, ["#ffffff", 0.8]);
  const lights = many(16, () =>
    bokeh([random.between(0, width), random.between(40, 560)], random.between(18.2, 66), [
      "#ffffff",
      random.between(0.16, 0.4),
    ]),
  );
  return { far, glow: lights, key: "#fbf8f2", rim: "#ffffff" };
};

export const townPainters = { street, "city-night": cityNight, neon, cafe, library, office };
