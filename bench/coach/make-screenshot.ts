import sharp from "sharp";

/** Of phones and of a laptop, in pixels. */
const screens = [
  { width: 1170, height: 2532 },
  { width: 1080, height: 2340 },
  { width: 828, height: 1792 },
  { width: 1440, height: 900 },
];

/** A photo as it stands on a screen: with a status bar, a name, a line of symbols and some words around it. */
export async function makeScreenshot(
  photo: Buffer,
  random: () => number,
): Promise<{ bytes: Buffer; extension: string }> {
  const { width, height } = screens[Math.floor(random() * screens.length)] ?? { width: 1170, height: 2532 };
  const isDark = random() < 0.4;
  const [paper, ink, soft] = isDark ? ["#000000", "#f2f2f2", "#2a2a2c"] : ["#ffffff", "#111111", "#e9e9ec"];
  const photoHeight = Math.round(height * (0.35 + 0.25 * random()));
  const top = Math.round(height * 0.13);
  const unit = Math.round(Math.min(width, height) / 26);

  const line = (y: number, share: number) => {
    const letters = Array.from({ length: Math.floor((width * share) / (unit * 0.62)) }, (_, at) =>
      random() < 0.16
        ? ""
        : `<rect x="${unit + at * unit * 0.62}" y="${y}" width="${unit * (0.25 + 0.25 * random())}" height="${unit * (0.5 + 0.4 * random())}" fill="${ink}"/>`,
    );
    return letters.join("");
  };
  const below = top + photoHeight;
  const symbols = Array.from(
    { length: 4 },
    (_, at) =>
      `<circle cx="${unit * (2 + at * 3)}" cy="${below + unit * 2}" r="${unit * 0.8}" fill="none" stroke="${ink}" stroke-width="${unit / 7}"/>`,
  );
  const words = Array.from({ length: 9 }, (_, at) =>
    line(below + unit * (4 + at * 1.7), 0.3 + 0.6 * random()),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="${paper}"/>
    ${line(unit * 0.8, 0.2)}
    <rect x="${width - unit * 3}" y="${unit}" width="${unit * 1.6}" height="${unit * 0.8}" rx="${unit * 0.2}" fill="${ink}"/>
    <circle cx="${unit * 2}" cy="${top - unit * 2}" r="${unit * 1.2}" fill="${soft}"/>
    <g transform="translate(${unit * 2.6} ${top - unit * 2.4})">${line(0, 0.4)}</g>
    ${symbols.join("")}${words.join("")}
    <rect y="${height - unit * 3.4}" width="100%" height="${unit * 3.4}" fill="${soft}"/>
    <rect x="${width * 0.33}" y="${height - unit * 0.8}" width="${width * 0.34}" height="${unit * 0.25}" rx="${unit * 0.1}" fill="${ink}"/>
  </svg>`;

  const input = await sharp(photo).autoOrient().resize(width, photoHeight, { fit: "cover" }).toBuffer();
  const screen = sharp(Buffer.from(svg))
    .composite([{ input, left: 0, top }])
    .removeAlpha();
  // Half of them have been through a chat, which makes JPEGs of all.
  return random() < 0.5
    ? { bytes: await screen.png().toBuffer(), extension: "png" }
    : { bytes: await screen.jpeg({ quality: 80 }).toBuffer(), extension: "jpg" };
}
