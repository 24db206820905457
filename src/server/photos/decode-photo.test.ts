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
    // A PNG's signature and nothing else: an upload that nothing could be said of was prepared again for ever.
    expect(await refusalOf(Buffer.from("89504e470d0a1a0a", "hex"))).toBe("not-a-photo");
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

  test.each([
    ["CMYK JPEG", () => plain(800, 600).toColourspace("cmyk").jpeg().toBuffer()],
    ["16-bit PNG", () => plain(800, 600).toColourspace("rgb16").png().toBuffer()],
    ["greyscale JPEG", () => plain(800, 600).greyscale().jpeg().toBuffer()],
  ])("keeps the colours of a %s, in 8-bit sRGB", async (_, make) => {
    const decoded = await decodePhoto(await make());
    if (decoded.refusal) throw new Error(decoded.refusal);
    const { space, depth, channels } = await sharp(decoded.prepared).metadata();
    expect({ space, depth, channels }).toEqual({ space: "srgb", depth: "uchar", channels: 3 });
    const [red] = (await sharp(decoded.prepared).stats()).channels;
    expect(red?.mean).toBeGreaterThan(80);
    expect(red?.mean).toBeLessThan(160);
  });

  test("takes a phone's photo of 50 megapixels and remembers its size", async () => {
    const decoded = await decodePhoto(
      await plain(8165, 6124).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    );
    if (decoded.refusal) throw new Error(decoded.refusal);
    expect([decoded.widthPx, decoded.heightPx]).toEqual([1152, 1536]);
    expect(decoded.uploaded).toEqual({ widthPx: 6124, heightPx: 8165 });
  }, 60_000);

  test("does not believe a header that lies about the size", async () => {
    const png = await plain(600, 600).png().toBuffer();
    const wide = Buffer.from(png);
    wide.writeUInt32BE(60_000, 16);
    expect(await refusalOf(wide)).toBe("damaged");
    const jpeg = await plain(600, 600).jpeg().toBuffer();
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    const tall = Buffer.from(jpeg);
    tall.writeUInt16BE(60_000, frame + 5);
    expect(["damaged", "too-many-pixels"]).toContain(await refusalOf(tall));
    const heic = await readFile(new URL("testing/photo.heic", import.meta.url));
    const size = heic.lastIndexOf(Buffer.from("ispe"));
    const huge = Buffer.from(heic);
    huge.writeUInt32BE(90_000, size + 8);
    huge.writeUInt32BE(90_000, size + 12);
    expect(["damaged", "too-many-pixels"]).toContain(await refusalOf(huge));
  });

  test("leaves no byte of place, camera or comment in what is stored", async () => {
    const exif = {
      IFD0: { Make: "SecretCam", ImageDescription: "SECRETPLACE" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "38/1 43/1 0/1" },
    };
    const photo = await plain(900, 900)
      .withExif(exif)
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRETPLACE</x:xmpmeta>')
      .withIccProfile("p3")
      .jpeg()
      .toBuffer();
    expect(photo.includes("SECRETPLACE")).toBe(true);
    const decoded = await decodePhoto(photo);
    if (decoded.refusal) throw new Error(decoded.refusal);
    for (const stored of [decoded.prepared, decoded.thumbnail]) {
      for (const trace of ["SECRETPLACE", "SecretCam", "GPS", "Exif", "xmpmeta", "ICC_PROFILE"]) {
        expect(stored.includes(trace), trace).toBe(false);
      }
    }
  });
});
