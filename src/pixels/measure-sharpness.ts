import type { Grey } from "./grey";

const BLOCK_PX = 64;
/** A face before a soft background is sharp in few blocks: the sharpest ones speak for the photo. */
const SPEAKS_FOR_ALL = 0.97;
/** Of grey levels, squared: keeps the noise of a plain wall from counting as detail. */
const NOISE_FLOOR = 20;

/**
 * How sharp the sharpest parts of a photo are: the variance of the Laplacian in blocks of 64 px, held against the variance
 * of the block's light, so that a dim photo is not taken for a blurred one. Each of four directions is measured by itself
 * and the worst one counts: a shaken photo is still sharp across the way it was shaken. Blurred is about 0.01.
 */
export function measureSharpness(grey: Grey): number {
  const directions: number[][] = [[], [], [], []];
  for (let top = 0; top + BLOCK_PX <= grey.height; top += BLOCK_PX) {
    for (let left = 0; left + BLOCK_PX <= grey.width; left += BLOCK_PX) {
      const measured = measureBlock(grey, left, top);
      for (const [at, blocks] of directions.entries()) blocks.push(measured[at] ?? 0);
    }
  }
  return Math.min(...directions.map(speakForAll));
}

function speakForAll(blocks: number[]): number {
  blocks.sort((a, b) => a - b);
  return blocks[Math.min(blocks.length - 1, Math.floor(SPEAKS_FOR_ALL * blocks.length))] ?? 0;
}

/** Along the rows, along the columns and along both diagonals. The mean of a second derivative over a block is nearly 0. */
function measureBlock({ values, width }: Grey, left: number, top: number): [number, number, number, number] {
  let rows = 0;
  let columns = 0;
  let falling = 0;
  let rising = 0;
  let light = 0;
  let squares = 0;
  for (let y = top + 1; y < top + BLOCK_PX - 1; y++) {
    for (let at = y * width + left + 1, end = at + BLOCK_PX - 2; at < end; at++) {
      const here = values[at] ?? 0;
      const twice = 2 * here;
      const row = (values[at - 1] ?? 0) + (values[at + 1] ?? 0) - twice;
      const column = (values[at - width] ?? 0) + (values[at + width] ?? 0) - twice;
      const fall = (values[at - width - 1] ?? 0) + (values[at + width + 1] ?? 0) - twice;
      const rise = (values[at - width + 1] ?? 0) + (values[at + width - 1] ?? 0) - twice;
      rows += row * row;
      columns += column * column;
      falling += fall * fall;
      rising += rise * rise;
      light += here;
      squares += here * here;
    }
  }
  const count = (BLOCK_PX - 2) ** 2;
  const variance = squares - (light * light) / count + NOISE_FLOOR * count;
  return [rows / variance, columns / variance, falling / variance, rising / variance];
}
