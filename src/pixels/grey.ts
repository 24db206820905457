/** Raw pixels, row by row, as a canvas and sharp hand them out. */
export interface Pixels {
  data: Uint8Array | Uint8ClampedArray;
  width: number;
  height: number;
  channels: 3 | 4;
}

/** Luminance, row by row, 0..255. */
export interface Grey {
  values: Float32Array;
  width: number;
  height: number;
}

/** The luminance of each pixel, by the weights of ITU-R BT.601. */
export function toGrey({ data, width, height, channels }: Pixels): Grey {
  const values = new Float32Array(width * height);
  for (let at = 0, from = 0; at < values.length; at++, from += channels) {
    values[at] = 0.299 * (data[from] ?? 0) + 0.587 * (data[from + 1] ?? 0) + 0.114 * (data[from + 2] ?? 0);
  }
  return { values, width, height };
}

/** A rectangle of a picture in shares of its sides, 0..1. */
export interface Crop {
  left: number;
  top: number;
  width: number;
  height: number;
}

export const whole: Crop = { left: 0, top: 0, width: 1, height: 1 };

/** Averages a rectangle down to `width` by `height`, each from all the pixels it covers. */
export function shrink(grey: Grey, to: { width: number; height: number }, crop: Crop = whole): Grey {
  const columns = edges(grey.width, to.width, { start: crop.left, length: crop.width });
  const rows = edges(grey.height, to.height, { start: crop.top, length: crop.height });
  const values = new Float32Array(to.width * to.height);
  for (let y = 0; y < to.height; y++) {
    const [top = 0, bottom = 0] = [rows[y], rows[y + 1]];
    for (let x = 0; x < to.width; x++) {
      const [left = 0, right = 0] = [columns[x], columns[x + 1]];
      let sum = 0;
      for (let row = top; row < bottom; row++) {
        for (let at = row * grey.width + left, end = row * grey.width + right; at < end; at++) {
          sum += grey.values[at] ?? 0;
        }
      }
      values[y * to.width + x] = sum / ((right - left) * (bottom - top));
    }
  }
  return { values, ...to };
}

/** Where each of `count` parts of a stretch begins, and where the last one ends: whole pixels, at least one each. */
function edges(total: number, count: number, part: { start: number; length: number }): Int32Array {
  const result = new Int32Array(count + 1);
  for (let at = 0; at <= count; at++) {
    result[at] = Math.round((part.start + (part.length * at) / count) * total);
  }
  for (let at = 1; at <= count; at++) result[at] = Math.max(result[at] ?? 0, (result[at - 1] ?? 0) + 1);
  return result;
}
