import sharp from "sharp";

const LONG_SIDE_PX = 512;

/**
 * Measures a decoded photo at one size, so that photos can be compared.
 *
 * @returns sharpness: variance of the Laplacian, higher is sharper; brightness: mean luminance, 0..255.
 */
export async function measurePhoto(prepared: Buffer): Promise<{ sharpness: number; brightness: number }> {
  const grey = sharp(prepared)
    .resize({ width: LONG_SIDE_PX, height: LONG_SIDE_PX, fit: "inside" })
    .greyscale();
  const { data, info } = await grey.raw().toBuffer({ resolveWithObject: true });

  let sum = 0;
  let squares = 0;
  let count = 0;
  let light = 0;
  for (const value of data) light += value;
  const at = (x: number, y: number) => data[y * info.width + x] ?? 0;
  for (let y = 1; y < info.height - 1; y++) {
    for (let x = 1; x < info.width - 1; x++) {
      const laplacian = at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * at(x, y);
      sum += laplacian;
      squares += laplacian * laplacian;
      count += 1;
    }
  }
  const mean = sum / count;
  return { sharpness: squares / count - mean * mean, brightness: light / data.length };
}
