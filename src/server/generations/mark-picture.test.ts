import exifr from "exifr";
import sharp from "sharp";
import { describe, expect, test } from "vitest";

import { newId } from "~/server/new-id";

import { markJpeg } from "./mark-jpeg";
import { markPicture } from "./mark-picture";

const generationId = newId();
const plain = () => sharp({ create: { width: 640, height: 480, channels: 3, background: "#a57f60" } });

/** What an independent reader finds in the bytes. */
async function readMark(bytes: Buffer) {
  const xmp = (await exifr.parse(bytes, { xmp: true, mergeOutput: false })) as Record<
    string,
    Record<string, string>
  >;
  return { source: xmp["Iptc4xmpExt"]?.["DigitalSourceType"], of: xmp["dc"]?.["identifier"] };
}

/** exifr reads no XMP from WebP: the chunk is found by the container's own rules. */
function readWebpXmp(bytes: Buffer): string | undefined {
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32LE(at + 4);
    if (bytes.toString("latin1", at, at + 4) === "XMP ") return bytes.toString("utf8", at + 8, at + 8 + size);
    at += 8 + size + (size % 2);
  }
  return undefined;
}

const mark = {
  source: "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
  of: `urn:uuid:${generationId}`,
};

describe("markPicture", () => {
  test("marks a JPEG and leaves every pixel as it was", async () => {
    const image = await plain().jpeg().toBuffer();
    const { picture, widthPx, heightPx } = await markPicture(image, generationId);
    expect(await readMark(picture)).toEqual(mark);
    const [before, after] = await Promise.all([image, picture].map((jpeg) => sharp(jpeg).raw().toBuffer()));
    // Not by the assertion: it would look at a million numbers one by one.
    expect(before && after?.equals(before)).toBe(true);
    expect([widthPx, heightPx]).toEqual([640, 480]);
  });

  test("marks the thumbnail", async () => {
    const { thumbnail } = await markPicture(await plain().jpeg().toBuffer(), generationId);
    expect((await sharp(thumbnail).metadata()).format).toBe("webp");
    const xmp = readWebpXmp(thumbnail);
    expect(xmp).toContain(mark.source);
    expect(xmp).toContain(mark.of);
  });

  test.each(["png", "webp"] as const)("stores a %s as a marked JPEG", async (format) => {
    const { picture } = await markPicture(await plain().toFormat(format).toBuffer(), generationId);
    expect((await sharp(picture).metadata()).format).toBe("jpeg");
    expect(await readMark(picture)).toEqual(mark);
  });

  test("takes the place of another mark, and of a manifest that it would break", async () => {
    const image = await plain()
      .jpeg()
      .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'>old</x:xmpmeta>")
      .toBuffer();
    const manifest = Buffer.concat([Buffer.from([0xff, 0xeb, 0, 8]), Buffer.from("jumbf!")]);
    const signed = Buffer.concat([image.subarray(0, 2), manifest, image.subarray(2)]);
    const { picture } = await markPicture(signed, generationId);
    expect(await readMark(picture)).toEqual(mark);
    expect(picture.includes("old</x:xmpmeta>")).toBe(false);
    expect(picture.includes("jumbf!")).toBe(false);
  });

  test("refuses what is cut short", async () => {
    const image = await sharp({
      create: {
        width: 600,
        height: 600,
        channels: 3,
        noise: { type: "gaussian", mean: 128, sigma: 40 },
        background: "#000",
      },
    })
      .jpeg()
      .toBuffer();
    await expect(markPicture(image.subarray(0, image.length / 2), generationId)).rejects.toMatchObject({
      code: "VENDOR_BUSY",
    });
  });
});

test("markJpeg refuses what is no JPEG", () => {
  expect(() => markJpeg(Buffer.from("GIF89a"), "")).toThrow("not a JPEG");
});
