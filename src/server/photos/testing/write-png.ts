import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");

/** A chunk of a PNG with its right checksum, whatever is in it. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG that says it has a size, with any chunks before its pixels, which may be fewer. */
export function writePng(png: { width: number; height: number; chunks?: Buffer[]; pixels?: Buffer }): Buffer {
  const { width, height, chunks = [], pixels = Buffer.alloc(height * (1 + width * 3), 0) } = png;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    ...[SIGNATURE, pngChunk("IHDR", header), ...chunks],
    ...[pngChunk("IDAT", deflateSync(pixels)), pngChunk("IEND", Buffer.alloc(0))],
  ]);
}
