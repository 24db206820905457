import { darken, lighten } from "../colour";
import { n } from "../svg-path";
import { band, bokeh, glow, many } from "./canvas";
import type { Painter } from "./canvas";

const studio: Painter = (canvas) => {
  const { width, random, lightSide } = canvas;
  const tone = random.pick(["#8f9a93", "#b59b86", "#7d8798", "#a98f8a", "#5d6a63", "#c2b29d", "#6b5a54"]);
  const far =
    band(canvas, `0 ${darken(tone, 0.12)}, .6 ${tone}, 1 ${darken(tone, 0.3)}`) +
    glow([width * (0.5 + lightSide * 0.1), 430], 620, [lighten(tone, 0.5), 0.85]) +
    many(14, () =>
      glow([random.between(0, width), random.between(0, 1000)], random.between(120, 320), [
        random.chance(0.5) ? lighten(tone, 0.25) : darken(tone, 0.25),
        0.16,
      ]),
    );
  return { far, glow: "", key: "#fff3e6", rim: "#fdf4e8" };
};

const wall: Painter = (canvas) => {
  const { width, random, lightSide } = canvas;
  const tone = random.pick(["#e0c4a8", "#cf9478", "#dfd8cb", "#9fb0a5", "#e2b8a0", "#b9c4cc"]);
  const side = Math.sign(lightSide || 1);
  // The shadow of a branch in low sun.
  const shade = many(3, (branch) => {
    const [x0, y0] = [width * (0.5 - side * 0.1) + branch * 170 - 200, -60 + branch * 90];
    return many(9, (index) => {
      const [x, y] = [x0 - side * index * 34, y0 + index * 84];
      const tilt = side * (index % 2 ? 74 : 28) + random.between(-16, 16);
      return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(random.between(60, 96))}" ry="${n(random.between(15, 24))}" fill="${darken(tone, 0.4)}" opacity=".2" transform="rotate(${n(tilt)} ${n(x)} ${n(y)})"/>`;
    });
  });
  const far =
    band(canvas, `0 ${lighten(tone, 0.14)}, 1 ${darken(tone, 0.12)}`) +
    `<path d="M${n(width * (0.5 + side * 0.6))} -20L${n(width * (0.5 - side * 0.15))} -20L${n(width * (0.5 - side * 0.55))} 1020L${n(width * (0.5 + side * 0.3))} 1020Z" fill="#fff3dc" opacity=".4"/>` +
    shade;
  return { far, glow: "", key: "#fff1de", rim: "#fff0d6" };
};

const window: Painter = (canvas) => {
  const { width, random, lightSide } = canvas;
  const side = Math.sign(lightSide || 1);
  const x = side > 0 ? width * 0.5 : -width * 0.06;
  const w = width * 0.56;
  const far =
    band(canvas, "0 #d9cbbb, 1 #a8917d") +
    `<rect x="${n(x)}" y="-20" width="${n(w)}" height="760" fill="#f7fafc"/>` +
    many(
      30,
      () =>
        `<circle cx="${n(x + random.between(0, w))}" cy="${n(random.between(200, 740))}" r="${n(random.between(24, 70))}" fill="${random.pick(["#c3d8b8", "#d9e7cd", "#a9c79e", "#e9f1ee"])}" opacity=".75"/>`,
    ) +
    [0.02, 0.5, 0.98]
      .map((share) => `<rect x="${n(x + w * share - 12)}" y="-20" width="24" height="770" fill="#efe8de"/>`)
      .join("") +
    `<rect x="${n(x)}" y="350" width="${n(w)}" height="20" fill="#efe8de"/><rect x="${n(x - 30)}" y="735" width="${n(w + 60)}" height="34" fill="#f3ece2"/>` +
    `<path d="M${n(x + (side > 0 ? 0 : w))} -20q${n(-side * 20)} 400 ${n(-side * 60)} 1020h${n(-side * 130)}q${n(side * 30)} -500 ${n(side * 70)} -1020Z" fill="#efe5d8" opacity=".95"/>` +
    glow([x + w / 2, 300], 560, ["#ffffff", 0.75]);
  const lights = many(14, () =>
    bokeh([x + random.between(0, w), random.between(0, 700)], random.between(18.2, 62.7), [
      "#ffffff",
      random.between(0.14, 0.34),
    ]),
  );
  return { far, glow: lights, key: "#fdf8f0", rim: "#ffffff" };
};

const space: Painter = (canvas) => {
  const { width, random, lightSide } = canvas;
  const clouds = random.pick([
    ["#7b3fb0", "#d0589e", "#3e62c9"],
    ["#1f7a8c", "#5b5fd6", "#e0a458"],
    ["#c2475c", "#f0a35e", "#5a3f9e"],
  ] as const);
  const [px, py] = [width * (0.5 - lightSide * 0.36), random.between(160, 320)];
  const radius = random.between(90, 170);
  const tone = random.pick(["#d99a6c", "#8fb0c9", "#c9a3d0", "#9fc2a4"]);
  const far =
    band(canvas, "0 #070a1c, .6 #141233, 1 #0a0a1d") +
    many(26, () =>
      glow([random.between(-50, width + 50), 520 + random.between(-360, 420)], random.between(140, 420), [
        random.pick(clouds),
        random.between(0.12, 0.3),
      ]),
    ) +
    `<radialGradient id="planet" cx="${n(0.5 + lightSide * 0.32)}" cy=".3" r=".8"><stop offset="0" stop-color="${lighten(tone, 0.35)}"/><stop offset=".55" stop-color="${tone}"/><stop offset="1" stop-color="${darken(tone, 0.85)}"/></radialGradient>` +
    glow([px, py], radius * 1.5, [tone, 0.3]) +
    `<circle cx="${n(px)}" cy="${n(py)}" r="${n(radius)}" fill="url(#planet)"/>`;
  const stars = many(
    240,
    () =>
      `<circle cx="${n(random.between(0, width))}" cy="${n(random.between(0, 1000))}" r="${n(random.between(0, 1) ** 3 * 2.8 + 0.5)}" fill="#fff" opacity="${n(random.between(0.3, 1))}"/>`,
  );
  const bright = many(16, () =>
    glow([random.between(0, width), random.between(0, 1000)], random.between(8, 22), [
      random.pick(["#cfe3ff", "#ffe9cf"]),
      0.9,
    ]),
  );
  return { far, glow: stars + bright, key: "#e3d6ff", rim: lighten(clouds[1], 0.3) };
};

export const studioPainters = { studio, wall, window, space };
