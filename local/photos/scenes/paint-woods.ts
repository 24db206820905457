import { lighten } from "../colour";
import { n } from "../svg-path";
import { band, bokeh, glow, many, ridge } from "./canvas";
import type { Painter } from "./canvas";
import { leaves, sunX, trunks } from "./plants";

const park: Painter = (canvas) => {
  const { width, random } = canvas;
  const x = sunX(canvas);
  const far =
    band(canvas, "0 #cfe0c4, .45 #9dbb85, .62 #86a866, 1 #5f8447") +
    leaves(canvas, {
      count: 60,
      top: 60,
      bottom: 560,
      colours: ["#5d8450", "#7ba363", "#466b41", "#93b56f"],
      size: 75,
    }) +
    trunks(canvas, 5, ["#4a4536", 22]) +
    leaves(canvas, {
      count: 40,
      top: -40,
      bottom: 300,
      colours: ["#a9c878", "#86ad5d", "#c6d98d", "#6d9750"],
      size: 60,
    }) +
    band(canvas, "0 #9cbf6a, 1 #5c8442", [660, 1000]) +
    leaves(canvas, { count: 26, top: 640, bottom: 700, colours: ["#7fa456", "#a4c573"], size: 50 }) +
    glow([x, 120], 520, ["#fff3c4", 0.85]);
  const lights = many(34, () =>
    bokeh([random.between(0, width), random.between(0, 520)], random.between(13, 62.7), [
      random.pick(["#fff6cf", "#eaf7b5", "#ffffff"]),
      random.between(0.1, 0.34),
    ]),
  );
  return { far, glow: lights, key: "#fff1d6", rim: "#fff0b8" };
};

const garden: Painter = (canvas) => {
  const { width, random } = canvas;
  const far =
    band(canvas, "0 #e7efe0, .5 #b8cfa6, 1 #7fa070") +
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
    glow([sunX(canvas), 80], 480, ["#fffbe8", 0.8]);
  const lights = many(22, () =>
    bokeh([random.between(0, width), random.between(0, 600)], random.between(15.6, 56.1), [
      "#fffdf0",
      random.between(0.12, 0.3),
    ]),
  );
  return { far, glow: lights, key: "#fff6e4", rim: "#fff3d8" };
};

const autumn: Painter = (canvas) => {
  const { width, random } = canvas;
  const far =
    band(canvas, "0 #f6dfb4, .4 #e5a95b, .7 #b9692f, 1 #7d4523") +
    trunks(canvas, 6, ["#4d3023", 24]) +
    leaves(canvas, {
      count: 90,
      top: -20,
      bottom: 620,
      colours: ["#d9822b", "#f0b145", "#b5491f", "#e8963a", "#f7cf72", "#94401f"],
      size: 58,
    }) +
    band(canvas, "0 #c27a3a, 1 #8a4d27", [740, 1000]) +
    leaves(canvas, {
      count: 60,
      top: 720,
      bottom: 1000,
      colours: ["#d9822b", "#e9b04e", "#a4431d", "#c76a2c"],
      size: 30,
    }) +
    glow([sunX(canvas), 160], 560, ["#ffe9b0", 0.9]);
  const lights = many(36, () =>
    bokeh([random.between(0, width), random.between(0, 700)], random.between(13, 59.4), [
      random.pick(["#ffd98a", "#ffefc2", "#ffb35c"]),
      random.between(0.14, 0.4),
    ]),
  );
  return { far, glow: lights, key: "#ffe3b4", rim: "#ffd083" };
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
    band(canvas, "0 #cddcb8, .4 #8fae86, .75 #4f7257, 1 #2c4637") +
    trunks(canvas, 11, ["#7f9a80", 9]) +
    trunks(canvas, 8, ["#5b765f", 15]) +
    leaves(canvas, {
      count: 50,
      top: -40,
      bottom: 380,
      colours: ["#6b9160", "#86a976", "#4c7350"],
      size: 64,
    }) +
    trunks(canvas, 5, ["#2f4336", 27]) +
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
    glow([x, 60], 520, ["#f8f5cc", 0.8]) +
    shafts;
  const lights = many(30, () =>
    bokeh([random.between(0, width), random.between(0, 820)], random.between(5.2, 33), [
      random.pick(["#f6f3c0", "#e3f0b2"]),
      random.between(0.12, 0.4),
    ]),
  );
  return { far, glow: lights, key: "#f3f0d2", rim: "#eef2b4" };
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
    band(canvas, "0 #c9e2ee, .38 #f6ead6, .46 #a9c58b, 1 #4f7a45") +
    ridge(canvas, [430, 24], "#9cb896") +
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
    glow([sunX(canvas), 180], 460, ["#fff6da", 0.9]);
  const lights = many(26, () =>
    bokeh([random.between(0, width), random.between(200, 900)], random.between(10.4, 42.9), [
      random.pick(["#fffbe0", ...blooms]),
      random.between(0.12, 0.36),
    ]),
  );
  return { far, glow: lights, key: "#fff2da", rim: "#fff0c4" };
};

/** Places among plants. */
export const woodPainters = { park, garden, autumn, forest, flowers };
