import sharp from "sharp";

/** One number per pixel, row by row. */
export interface Field {
  width: number;
  height: number;
  values: Float32Array;
}

/** Takes every `channels`th byte from `offset` on and averages it down by `factor`, as 0..1. */
export function shrinkChannel(
  bytes: Uint8Array,
  from: { width: number; height: number; channels: number; offset: number },
  factor: number,
): Field {
  const width = Math.ceil(from.width / factor);
  const height = Math.ceil(from.height / factor);
  const values = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      let count = 0;
      for (let dy = 0; dy < factor && y * factor + dy < from.height; dy++) {
        for (let dx = 0; dx < factor && x * factor + dx < from.width; dx++) {
          sum += bytes[((y * factor + dy) * from.width + x * factor + dx) * from.channels + from.offset] ?? 0;
          count++;
        }
      }
      values[y * width + x] = sum / count / 255;
    }
  }
  return { width, height, values };
}

/** Blurs smoothly: three box passes come close to a Gaussian, at a cost that does not grow with the radius. */
export function blurField({ width, height, values }: Field, radius: number): Field {
  const reach = Math.max(1, Math.round(radius));
  const rows = { count: height, step: width, length: width, stride: 1, reach };
  const columns = { count: width, step: 1, length: height, stride: width, reach };
  let current = values;
  for (let pass = 0; pass < 3; pass++) current = boxLines(boxLines(current, rows), columns);
  return { width, height, values: current };
}

/** A field brought to a picture's size, as bytes; `stride` bytes to a row. */
export interface Enlarged {
  bytes: Uint8Array;
  stride: number;
}

/** Enlarges a field `factor` times, smoothly; a value of 1 becomes `one`. libvips does it far faster than a loop here. */
export async function enlargeField(field: Field, factor: number, one = 255): Promise<Enlarged> {
  const { width, height } = field;
  const bytes = Buffer.alloc(width * height);
  for (let at = 0; at < bytes.length; at++)
    bytes[at] = Math.min(255, Math.max(0, (field.values[at] ?? 0) * one));
  const enlarged = await sharp(bytes, { raw: { width, height, channels: 1 } })
    .resize({ width: width * factor, height: height * factor, fit: "fill", kernel: "linear" })
    .toColourspace("b-w")
    .raw()
    .toBuffer();
  return { bytes: enlarged, stride: width * factor };
}

interface Lines {
  /** How many lines there are, and how far apart they begin. */
  count: number;
  step: number;
  /** How many values a line has, and how far apart they are. */
  length: number;
  stride: number;
  reach: number;
}

/** Averages along every line; beyond its ends a line goes on as it ended. */
function boxLines(values: Float32Array, { count, step, length, stride, reach }: Lines): Float32Array {
  const result = new Float32Array(values.length);
  const share = 1 / (2 * reach + 1);
  for (let line = 0; line < count; line++) {
    const start = line * step;
    const end = start + (length - 1) * stride;
    const [first, last] = [values[start] ?? 0, values[end] ?? 0];
    let sum = first * (reach + 1);
    for (let at = 1; at <= reach; at++) sum += at < length ? (values[start + at * stride] ?? 0) : last;
    for (let at = 0; at < length; at++) {
      result[start + at * stride] = sum * share;
      const [ahead, behind] = [at + reach + 1, at - reach];
      sum +=
        (ahead < length ? (values[start + ahead * stride] ?? 0) : last) -
        (behind >= 0 ? (values[start + behind * stride] ?? 0) : first);
    }
  }
  return result;
}
