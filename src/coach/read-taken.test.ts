import sharp from "sharp";
import { expect, test } from "vitest";

import { readTaken } from "./read-taken";

async function photo(exif: Parameters<ReturnType<typeof sharp>["withExif"]>[0]): Promise<Blob> {
  const plain = sharp({ create: { width: 8, height: 8, channels: 3, background: "#888" } });
  return new Blob([new Uint8Array(await plain.withExif(exif).jpeg().toBuffer())]);
}

test.each([
  [
    { IFD2: { DateTimeOriginal: "2026:11:22 10:15:00", LensModel: "iPhone 15 front camera 2.69mm f/1.9" } },
    { on: "2026-11-22", with: "iPhone 15 front camera 2.69mm f/1.9" },
  ],
  [{ IFD0: { Make: "Google", Model: "Pixel 9" } }, { on: null, with: "Google Pixel 9" }],
  [{ IFD2: { DateTimeOriginal: "0000:00:00 00:00:00" } }, { on: null, with: null }],
  [{}, { on: null, with: null }],
])("%o says %o", async (exif, said) => {
  expect(await readTaken(await photo(exif))).toEqual(said);
});

test("what is no photo says nothing", async () => {
  expect(await readTaken(new Blob(["no photo"]))).toEqual({ on: null, with: null });
});
