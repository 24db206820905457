import type { Grey } from "./grey";

const BLOCK_PX = 16;
/** Levels by which a drawn surface differs from itself after JPEG. */
const SAME = 2;
/** A run this long is a surface, and a jump this high is an edge of something drawn on it. */
const RUN_PX = 6;
const JUMP = 40;
/** Within so many pixels an edge has to be over; a lens takes longer. */
const EDGE_PX = 2;

/**
 * What tells a screen from a photo: surfaces of one exact tone (`flatShare`, of blocks of 16 px), and edges that rise out of
 * such a surface at once (`hardEdges`, per thousand pixels). Burnt or black parts are flat too, but have no such edges.
 */
export function measureDrawn(grey: Grey): { flatShare: number; hardEdges: number } {
  return { flatShare: measureFlat(grey), hardEdges: countHardEdges(grey) };
}

function measureFlat({ values, width, height }: Grey): number {
  let blocks = 0;
  let flat = 0;
  for (let top = 0; top + BLOCK_PX <= height; top += BLOCK_PX) {
    for (let left = 0; left + BLOCK_PX <= width; left += BLOCK_PX) {
      blocks += 1;
      let low = 255;
      let high = 0;
      for (let y = top; y < top + BLOCK_PX && high - low <= SAME; y++) {
        for (let at = y * width + left, end = at + BLOCK_PX; at < end; at++) {
          const value = values[at] ?? 0;
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
      if (high - low <= SAME) flat += 1;
    }
  }
  return blocks === 0 ? 0 : flat / blocks;
}

function countHardEdges({ values, width, height }: Grey): number {
  let edges = 0;
  for (let y = 0; y < height; y++) {
    let run = 0;
    for (let x = 1; x + EDGE_PX < width; x++) {
      const at = y * width + x;
      const before = values[at - 1] ?? 0;
      if (Math.abs((values[at] ?? 0) - before) <= SAME) {
        run += 1;
        continue;
      }
      if (run >= RUN_PX && Math.abs((values[at + EDGE_PX] ?? 0) - before) >= JUMP) edges += 1;
      run = 0;
    }
  }
  return (edges / (width * height)) * 1000;
}
