import { readFile } from "node:fs/promises";

import sharp from "sharp";
import { describe, expect, test } from "vitest";

import { renderedPhotos } from "~/local/photos/rendered-photos";

import { decodePhoto } from "./decode-photo";

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#864" } });
const refusalOf = async (bytes: Buffer) => (await decodePhoto(bytes)).refusal;

describe("decodePhoto", () => {
  test("refuses what is no photo, whatever it is called", async () => {
    expect(await refusalOf(Buffer.alloc(0))).toBe("empty");
    expect(await refusalOf(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toBe("not-a-photo");
    expect(await refusalOf(Buffer.from("%PDF-1.7 …"))).toBe("not-a-photo");
    expect(await refusalOf(await plain(600, 600).gif().toBuffer())).toBe("not-a-photo");
  });

  test("refuses what is too small, too many pixels or moving, before decoding it", async () => {
    expect(await refusalOf(await plain(300, 900).jpeg().toBuffer())).toBe("too-small");
    expect(await refusalOf(await plain(12_000, 11_000).png().toBuffer())).toBe("too-many-pixels");
    const frames = await Promise.all([
      plain(600, 600).png().toBuffer(),
      plain(600, 600).negate().png().toBuffer(),
    ]);
    const animated = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    expect(await refusalOf(animated)).toBe("animated");
  });

  test("refuses a JPEG that ends too early", async () => {
    const whole = await readFile(renderedPhotos[0]!);
    expect(await refusalOf(whole.subarray(0, Math.floor(whole.length * 0.6)))).toBe("damaged");
  });

  test("reads a real HEIC, with its colours and without its place", async () => {
    // Made of rendered photo 03 by libheif's heif-enc 1.15.1 (x265), with a camera and a place in its EXIF.
    const decoded = await decodePhoto(await readFile(new URL("testing/photo.heic", import.meta.url)));
    if (decoded.refusal) throw new Error(decoded.refusal);
    expect(decoded).toMatchObject({ type: "image/heic", widthPx: 900, heightPx: 600 });
    expect((await sharp(decoded.prepared).metadata()).exif).toBeUndefined();

    const shrink = (photo: Buffer | string) =>
      sharp(photo).resize(16, 16, { fit: "fill" }).removeAlpha().raw().toBuffer();
    const shown = await shrink(decoded.prepared);
    const source = await shrink(await sharp(renderedPhotos[2]).resize(900, 600).toBuffer());
    const difference = shown.reduce((sum, value, at) => sum + Math.abs(value - (source[at] ?? 0)), 0);
    expect(difference / shown.length).toBeLessThan(4);
  });

  test("turns a photo upright, caps it and leaves no metadata behind", async () => {
    const stored = await plain(2000, 1000)
      .withExif({ IFD0: { Make: "Camera" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "38/1 43/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const decoded = await decodePhoto(stored);
    if (decoded.refusal) throw new Error(decoded.refusal);

    expect([decoded.widthPx, decoded.heightPx]).toEqual([768, 1536]);
    const { exif, orientation, format } = await sharp(decoded.prepared).metadata();
    expect({ exif, orientation, format }).toEqual({
      exif: undefined,
      orientation: undefined,
      format: "jpeg",
    });
    expect((await sharp(decoded.thumbnail).metadata()).height).toBe(512);
  });
});
