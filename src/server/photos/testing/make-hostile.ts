import { deflateSync } from "node:zlib";

import sharp from "sharp";

import { photoRules } from "~/catalog/photo-rules";

import { pngChunk, writePng } from "./write-png";

const SCRIPT = "<script>alert(document.domain)</script>";
const HTML = `<!doctype html><html><body>${SCRIPT}</body></html>`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" onload="alert(1)">${SCRIPT}</svg>`;
const LAUGHS = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "${`&a${n === 0 ? "" : n - 1};`.repeat(10)}">`).join("")}]><svg xmlns="http://www.w3.org/2000/svg"><text>&a8;</text></svg>`;
const FOREIGN = `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>`;
const MIB = 1024 * 1024;

const text = (words: string) => Buffer.from(words, "latin1");
const join = (...parts: (Buffer | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? text(part) : part)));
/** A segment of a JPEG. */
const segment = (marker: number, data: Buffer) =>
  join(Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]), data);
const afterStart = (jpeg: Buffer, ...parts: Buffer[]) =>
  join(jpeg.subarray(0, 2), ...parts, jpeg.subarray(2));

/** A JPEG that says it has another size than its pixels make. */
function resizeHeader(jpeg: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(jpeg);
  for (let at = 2; at < copy.length - 9; at += 2 + copy.readUInt16BE(at + 2)) {
    const marker = copy[at + 1] ?? 0;
    if (marker < 0xc0 || marker > 0xc2) continue;
    copy.writeUInt16BE(height, at + 5);
    copy.writeUInt16BE(width, at + 7);
    break;
  }
  return copy;
}

/** A PNG of ten thousand frames, of which each is a few bytes. */
function manyFrames(count: number): Buffer {
  const control = Buffer.alloc(8);
  control.writeUInt32BE(count);
  const pixels = deflateSync(Buffer.alloc(600 * (1 + 600 * 3)));
  const frames = Array.from({ length: count }, (_, at) => {
    const frame = Buffer.alloc(26);
    frame.writeUInt32BE(at * 2);
    frame.writeUInt32BE(1, 4);
    frame.writeUInt32BE(1, 8);
    const data = Buffer.alloc(4);
    data.writeUInt32BE(at * 2 + 1);
    return join(pngChunk("fcTL", frame), pngChunk("fdAT", join(data, pixels.subarray(0, 12))));
  });
  return writePng({ width: 600, height: 600, chunks: [pngChunk("acTL", control), ...frames] });
}

/** A GIF of as many frames as asked for. */
function manyGifFrames(count: number): Buffer {
  const head = join("GIF89a", Buffer.from([0x58, 2, 0x58, 2, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]));
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  return join(head, ...Array.from({ length: count }, () => frame), Buffer.from([0x3b]));
}

/** A profile that is nothing but zeros, a thousand times smaller while it is packed. */
const packedZeros = (mib: number) => join("bomb\0\0", deflateSync(Buffer.alloc(mib * MIB)));

/** As many pixels as a photo may have: the most that one takes. */
export function makeLargest(): Promise<Buffer> {
  const { maxPixels } = photoRules;
  const [width, height] = [10_000, maxPixels / 10_000];
  return sharp({ create: { width, height, channels: 3, background: "#864" } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** Files that mean harm, by what they are. `bases` are good photos: see make-bases.ts. */
export async function makeHostile(bases: Record<string, Buffer>): Promise<Record<string, Buffer>> {
  const { jpeg = Buffer.of(), png = Buffer.of(), webp = Buffer.of(), heic = Buffer.of() } = bases;
  const { "webp lossless": lossless = Buffer.of() } = bases;
  const zeros = packedZeros(16);
  const exif = await sharp(jpeg)
    .withExif({ IFD0: { Artist: SCRIPT, Copyright: "<?php system($_GET[0]); ?>", ImageDescription: SVG } })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${SCRIPT}</x:xmpmeta>`)
    .toBuffer();
  const blank = sharp({ create: { width: 600, height: 600, channels: 3, background: "#864" } });
  const still = await blank.png().toBuffer();
  const other = await blank.clone().negate().png().toBuffer();
  const animated = { join: { animated: true } };
  const zip = text("PK\u0003\u0004\u0014\0\0\0\0\0evil.html");

  return {
    "HTML called a photo": text(HTML),
    "SVG called a photo": text(SVG),
    "SVG after a mark of UTF-8": join(Buffer.from([0xef, 0xbb, 0xbf]), SVG),
    "SVG that grows without end": text(LAUGHS),
    "SVG that reads our files": text(FOREIGN),
    "a JPEG's first bytes before HTML": join(jpeg.subarray(0, 4), HTML),
    "a PNG's signature before SVG": join(png.subarray(0, 8), SVG),
    "a WebP's first bytes before HTML": join(webp.subarray(0, 16), HTML),
    "a HEIC's first box before HTML": join(heic.subarray(0, 24), HTML),
    "JPEG with HTML in a comment": afterStart(jpeg, segment(0xfe, text(HTML))),
    "JPEG with HTML behind its end": join(jpeg, HTML),
    "JPEG and ZIP": join(jpeg, zip),
    "JPEG and JavaScript": afterStart(jpeg, segment(0xe0, text("JFIF\0=1;alert(1)/*"))),
    "PNG with a script in its text": join(
      png.subarray(0, 33),
      pngChunk("tEXt", text(`Title\0${SCRIPT}`)),
      png.subarray(33),
    ),
    "PNG with PHP behind its end": join(png, "<?php system($_GET[0]); ?>"),
    "WebP with HTML behind its end": join(webp, HTML),
    "GIF and JavaScript": text("GIF89a/*\0\0*/=1;alert(1)"),
    "PDF and JPEG": join("%PDF-1.7\n", jpeg),
    "EXIF and XMP with scripts": exif,
    "EXIF that ends nowhere": afterStart(jpeg, segment(0xe1, text("Exif\0\0II*\0\u0008\0\0\0\u00ff\u00ff"))),
    "65,000 bytes of comment, a hundred times": afterStart(
      jpeg,
      ...Array.from({ length: 100 }, () => segment(0xfe, Buffer.alloc(65_000, 60))),
    ),
    "PNG of 30,000 by 30,000": writePng({ width: 30_000, height: 30_000, pixels: Buffer.alloc(30_000) }),
    "PNG that says 2 billion by 2 billion": writePng({
      width: 2 ** 31 - 1,
      height: 2 ** 31 - 1,
      pixels: Buffer.alloc(9),
    }),
    "PNG of no width": writePng({ width: 0, height: 600, pixels: Buffer.alloc(9) }),
    "PNG with a profile of 16 MB": writePng({
      width: 600,
      height: 600,
      chunks: [pngChunk("iCCP", zeros)],
    }),
    "PNG with text of 16 MB": writePng({
      width: 600,
      height: 600,
      chunks: [pngChunk("zTXt", zeros)],
    }),
    "PNG with too many pixels packed": writePng({ width: 600, height: 600, pixels: Buffer.alloc(32 * MIB) }),
    "JPEG that says 65,500 by 65,500": resizeHeader(jpeg, 65_500, 65_500),
    "JPEG that says 10,000 by 11,000": resizeHeader(jpeg, 10_000, 11_000),
    "JPEG that says it is smaller": resizeHeader(jpeg, 512, 300),
    "WebP that says 16,384 by 16,384": Buffer.concat([
      lossless.subarray(0, 21),
      Buffer.of(255, 255, 255, 15),
      lossless.subarray(25),
    ]),
    "HEIC whose boxes say another size": Buffer.from(
      heic.toString("latin1").replace(/ispe\0{4}[^]{8}/, "ispe\0\0\0\0\0\0\u00ff\u00ff\0\0\u00ff\u00ff"),
      "latin1",
    ),
    "PNG of 10,000 frames": manyFrames(10_000),
    "WebP of 20 frames": await sharp(
      Array.from({ length: 20 }, (_, at) => (at % 2 ? still : other)),
      animated,
    )
      .webp({ effort: 0 })
      .toBuffer(),
    "GIF of 10,000 frames": manyGifFrames(10_000),
    BMP: join("BM", Buffer.alloc(200)),
    TIFF: await blank.tiff().toBuffer(),
    AVIF: await blank.avif({ effort: 0 }).toBuffer(),
    "one byte": Buffer.of(0xff),
    nothing: Buffer.of(),
    zeros: Buffer.alloc(100_000),
    "20 MB and one byte": join(jpeg, Buffer.alloc(photoRules.maxBytes + 1 - jpeg.length)),
    "20 MB behind a JPEG's first bytes": join(
      jpeg.subarray(0, 20),
      Buffer.alloc(photoRules.maxBytes - 20, 0xff),
    ),
  };
}
