import { createHash } from "node:crypto";

import sharp from "sharp";
import { describe, expect, test } from "vitest";

import { photoRules } from "~/catalog/photo-rules";

import { checkPhotoFile } from "./check-photo-file";
import { countWebpFrames } from "./count-webp-frames";

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#8a6d5c" } });

const blob = (bytes: Uint8Array, type = "image/jpeg") => new Blob([new Uint8Array(bytes)], { type });

/** An animated WebP of two frames. */
function animation(): Promise<Buffer> {
  const frames = Buffer.concat([Buffer.alloc(600 * 600 * 3, 40), Buffer.alloc(600 * 600 * 3, 200)]);
  return sharp(frames, { raw: { width: 600, height: 1200, channels: 3, pageHeight: 600 } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer();
}

/** The header of a PNG that claims a size, with not a pixel behind it: a decompression bomb. */
function pngHeader(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  bytes.set([8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54], 24);
  return bytes;
}

/** An HEIC's boxes as far as they tell its size: an iPhone lists its 512 px tiles first, then the photo. */
function heicHeader(sizes: [number, number][]): Uint8Array {
  const box = (name: string, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8);
    head.write(name, 4, "ascii");
    return Buffer.concat([head, body]);
  };
  const int = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  const ispe = sizes.map(([width, height]) => box("ispe", int(0), int(width), int(height)));
  const ftyp = box("ftyp", Buffer.from("heic"), int(0), Buffer.from("mif1heic"));
  return Buffer.concat([ftyp, box("meta", int(0), box("iprp", box("ipco", ...ispe)))]);
}

describe("what can be used", () => {
  test.each([
    ["image/jpeg", () => canvas(512, 900).jpeg().toBuffer()],
    ["image/png", () => canvas(900, 512).png().toBuffer()],
    ["image/webp", () => canvas(512, 512).webp().toBuffer()],
  ] as const)("%s by its bytes, whatever it is called", async (type, make) => {
    const checked = await checkPhotoFile(blob(await make(), "application/octet-stream"));
    expect(checked).toMatchObject({ refusal: null, type });
  });

  test("an HEIC is as large as its largest picture, not as its first tile", async () => {
    const photo = heicHeader([
      [256, 256],
      [4032, 3024],
      [320, 240],
    ]);
    expect(await checkPhotoFile(blob(photo, ""))).toMatchObject({ refusal: null, type: "image/heic" });
  });

  test("the same photo has the same hash under another name, another photo has not", async () => {
    const photo = await canvas(600, 600).jpeg().toBuffer();
    const other = await canvas(600, 601).jpeg().toBuffer();
    const [first, again, different] = await Promise.all(
      [photo, photo, other].map((bytes) => checkPhotoFile(blob(bytes))),
    );

    expect(first).toEqual({
      refusal: null,
      type: "image/jpeg",
      contentHash: createHash("sha256").update(photo).digest("hex"),
    });
    expect(again).toEqual(first);
    expect(different).not.toEqual(first);
  });
});

describe("what is refused before a byte is sent", () => {
  test.each([
    ["an empty file", "empty", () => new Uint8Array()],
    ["20 MB and a byte", "too-big", () => new Uint8Array(photoRules.maxBytes + 1)],
    ["words behind a photo's name", "not-a-photo", () => Buffer.from("not a photo")],
    [
      "SVG",
      "not-a-photo",
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>'),
    ],
    ["GIF", "not-a-photo", () => canvas(600, 600).gif().toBuffer()],
    ["AVIF, which is HEIC's cousin", "not-a-photo", () => canvas(600, 600).avif({ effort: 0 }).toBuffer()],
    ["an animated WebP", "animated", animation],
    ["511 px on the short side", "too-small", () => canvas(900, 511).jpeg().toBuffer()],
    ["a bomb", "too-many-pixels", () => pngHeader(60_000, 60_000)],
    [
      "a JPEG that ends in its header",
      "damaged",
      async () => (await canvas(600, 600).jpeg().toBuffer()).subarray(0, 30),
    ],
  ] as const)("%s: %s", async (_, refusal, make) => {
    expect(await checkPhotoFile(blob(await make()))).toEqual({ refusal });
  });
});

test("counts the frames of an animation, and none of a still photo or of a file that breaks off", async () => {
  const moving = await animation();
  expect(countWebpFrames(moving)).toBe(2);
  expect(countWebpFrames(await canvas(600, 600).webp().toBuffer())).toBe(0);
  expect(countWebpFrames(moving.subarray(0, 50))).toBeLessThan(2);
});
