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
  let current = values;
  for (let pass = 0; pass < 3; pass++) {
    current = boxRows(current, width, height, reach);
    current = boxColumns(current, width, height, reach);
  }
  return { width, height, values: current };
}

/** The field's value between its pixels; the border's beyond it. */
export function sampleField({ width, height, values }: Field, x: number, y: number): number {
  const cx = Math.min(width - 1.001, Math.max(0, x));
  const cy = Math.min(height - 1.001, Math.max(0, y));
  const [left, top] = [Math.floor(cx), Math.floor(cy)];
  const [fx, fy] = [cx - left, cy - top];
  const start = top * width + left;
  const above = (values[start] ?? 0) * (1 - fx) + (values[start + 1] ?? 0) * fx;
  const below = (values[start + width] ?? 0) * (1 - fx) + (values[start + width + 1] ?? 0) * fx;
  return above * (1 - fy) + below * fy;
}

function boxRows(values: Float32Array, width: number, height: number, reach: number): Float32Array {
  const result = new Float32Array(values.length);
  const share = 1 / (2 * reach + 1);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const last = row + width - 1;
    const at = (x: number): number => values[Math.min(last, Math.max(row, row + x))] ?? 0;
    let sum = 0;
    for (let x = -reach; x <= reach; x++) sum += at(x);
    for (let x = 0; x < width; x++) {
      result[row + x] = sum * share;
      sum += at(x + reach + 1) - at(x - reach);
    }
  }
  return result;
}

function boxColumns(values: Float32Array, width: number, height: number, reach: number): Float32Array {
  const result = new Float32Array(values.length);
  const share = 1 / (2 * reach + 1);
  for (let x = 0; x < width; x++) {
    const at = (y: number): number => values[Math.min(height - 1, Math.max(0, y)) * width + x] ?? 0;
    let sum = 0;
    for (let y = -reach; y <= reach; y++) sum += at(y);
    for (let y = 0; y < height; y++) {
      result[y * width + x] = sum * share;
      sum += at(y + reach + 1) - at(y - reach);
    }
  }
  return result;
}
