import sharp from "sharp";

interface Cell {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** In shares of the whole; each reaches the rims. */
const layouts: Cell[][] = [
  [
    { left: 0, top: 0, width: 0.5, height: 1 },
    { left: 0.5, top: 0, width: 0.5, height: 1 },
  ],
  [
    { left: 0, top: 0, width: 1, height: 0.5 },
    { left: 0, top: 0.5, width: 1, height: 0.5 },
  ],
  [0, 0.5].flatMap((left) => [0, 0.5].map((top) => ({ left, top, width: 0.5, height: 0.5 }))),
  [
    { left: 0, top: 0, width: 0.6, height: 1 },
    { left: 0.6, top: 0, width: 0.4, height: 0.5 },
    { left: 0.6, top: 0.5, width: 0.4, height: 0.5 },
  ],
];
const gapsPx = [0, 0, 10, 24];
const papers = ["#ffffff", "#000000", "#e8e0d8"];
const SIDE_PX = 1600;

/** Puts photos together in one picture: side by side, in a square or one beside two, with a gap or without. */
export async function makeCollage(
  photos: readonly (Buffer | string)[],
  random: () => number,
): Promise<Buffer> {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] ?? from[0];
  const cells = pick(layouts) ?? [];
  const gap = pick(gapsPx) ?? 0;
  const parts = cells.map(async (cell, at) => {
    const width = Math.round(cell.width * SIDE_PX) - gap;
    const height = Math.round(cell.height * SIDE_PX) - gap;
    const input = await sharp(photos[at % photos.length])
      .autoOrient()
      .resize(width, height, { fit: "cover" })
      .toBuffer();
    const place = (start: number) => Math.round(start * SIDE_PX) + Math.floor(gap / 2);
    return { input, left: place(cell.left), top: place(cell.top) };
  });
  return sharp({
    create: { width: SIDE_PX, height: SIDE_PX, channels: 3, background: pick(papers) ?? "#fff" },
  })
    .composite(await Promise.all(parts))
    .jpeg({ quality: 88 })
    .toBuffer();
}
