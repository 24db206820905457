import sharp from "sharp";
import { describe, expect, test } from "vitest";

import { renderPhoto } from "./render-photo";

const small = { subject: "woman", identity: 7, variation: 1, widthPx: 240, heightPx: 300 } as const;

describe("a rendered photo", () => {
  test("is the same whenever it is rendered, and another for another person or photo", async () => {
    const [first, again, otherPerson, otherPhoto] = await Promise.all([
      renderPhoto(small),
      renderPhoto(small),
      renderPhoto({ ...small, identity: 8 }),
      renderPhoto({ ...small, variation: 2 }),
    ]);
    expect(again.equals(first)).toBe(true);
    expect(otherPerson.equals(first)).toBe(false);
    expect(otherPhoto.equals(first)).toBe(false);
  });

  test.each(["jpeg", "png", "webp"] as const)("comes as %s in the size asked for", async (format) => {
    const picture = await renderPhoto({ ...small, subject: "pet", format });
    expect(await sharp(picture).metadata()).toMatchObject({ format, width: 240, height: 300 });
  });

  test.each([2, 3, 4, 5, 6, 7, 8])(
    "stored with orientation %i it looks the same once turned",
    async (orientation) => {
      const upright = await pixelsOf(await renderPhoto({ ...small, format: "png" }));
      const turned = await renderPhoto({ ...small, format: "png", orientation });
      expect((await sharp(turned).metadata()).orientation).toBe(orientation);
      expect((await pixelsOf(turned)).equals(upright)).toBe(true);
    },
  );

  test("carries a camera and a date when asked to", async () => {
    const { exif } = await sharp(await renderPhoto({ ...small, exif: true })).metadata();
    expect(exif?.toString("latin1")).toMatch(/Likeness[^]*2026:\d\d:\d\d/);
    expect((await sharp(await renderPhoto(small)).metadata()).exif).toBeUndefined();
  });
});

function pixelsOf(picture: Buffer): Promise<Buffer> {
  return sharp(picture).autoOrient().removeAlpha().raw().toBuffer();
}
