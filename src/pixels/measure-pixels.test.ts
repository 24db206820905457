import sharp from "sharp";
import type { Sharp } from "sharp";
import { describe, expect, test } from "vitest";

import { renderedPhotos } from "~/local/photos/rendered-photos";

import { findAlike } from "./find-alike";
import { judgeFaces, judgePhoto } from "./judge-photo";
import { measurePixels } from "./measure-pixels";

const portrait = renderedPhotos[3] ?? "";

async function measure(photo: Sharp) {
  const { data, info } = await photo
    .resize({ width: 1024, height: 1024, fit: "inside", withoutEnlargement: true })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width: widthPx, height: heightPx } = await photo.metadata();
  return measurePixels({ data, width: info.width, height: info.height, channels: 3 }, { widthPx, heightPx });
}

describe("judges a photo by its pixels", () => {
  test("a good one has nothing said against it", async () => {
    expect(judgePhoto(await measure(sharp(portrait)))).toEqual([]);
  });

  test.each([
    ["blurred", sharp(portrait).blur(8)],
    ["dark", sharp(portrait).linear(0.2, 0)],
    ["bright", sharp(portrait).linear(3.5, 0)],
    ["small", sharp(portrait).resize({ width: 560 })],
    [
      "narrow",
      sharp(portrait).resize({ width: 900 }).extract({ left: 0, top: 200, width: 900, height: 400 }),
    ],
  ] as const)("%s", async (warning, photo) => {
    expect(judgePhoto(await measure(sharp(await photo.png().toBuffer())))).toContain(warning);
  });

  test("two pictures in one", async () => {
    const half = (path: string) => sharp(path).resize(500, 1000, { fit: "cover" }).toBuffer();
    const both = await sharp({ create: { width: 1000, height: 1000, channels: 3, background: "#fff" } })
      .composite([
        { input: await half(portrait), left: 0, top: 0 },
        { input: await half(renderedPhotos[6] ?? ""), left: 500, top: 0 },
      ])
      .jpeg()
      .toBuffer();
    expect(judgePhoto(await measure(sharp(both)))).toContain("collage");
  });

  test("plain and tiny pictures do not break it", async () => {
    const plain = (side: number) =>
      sharp({ create: { width: side, height: side, channels: 3, background: "#000" } });
    expect(judgePhoto(await measure(plain(600)))).toContain("dark");
    expect((await measure(plain(3))).hashes).toHaveLength(12);
  });

  test("one photo looks like its copies, however they were made, and like no other", async () => {
    const { width, height } = await sharp(portrait).metadata();
    const crop = { left: 20, top: 30, width: Math.round(width * 0.92), height: Math.round(height * 0.92) };
    const copies = [
      sharp(await sharp(portrait).jpeg({ quality: 40 }).toBuffer()),
      sharp(await sharp(portrait).rotate(90).toBuffer()),
      sharp(await sharp(portrait).flop().toBuffer()),
      sharp(await sharp(portrait).extract(crop).toBuffer()),
    ];
    const others = renderedPhotos.filter((path) => path !== portrait).map((path) => sharp(path));
    const measured = await Promise.all([sharp(portrait), ...copies, ...others].map(measure));
    const alike = findAlike(measured.map(({ hashes }) => hashes));
    expect(alike).toEqual([null, 0, 0, 0, 0, ...others.map(() => null)]);
  });
});

test.each([
  [[], ["no-face"]],
  [[{ left: 0.3, top: 0.2, width: 0.3, height: 0.4 }], []],
  [[{ left: 0.3, top: 0.2, width: 0.05, height: 0.06 }], ["small-face"]],
  [[{ left: 0.3, top: 0, width: 0.3, height: 0.4 }], ["cut-off-face"]],
  [
    [
      { left: 0.1, top: 0.2, width: 0.3, height: 0.4 },
      { left: 0.6, top: 0.2, width: 0.3, height: 0.4 },
    ],
    ["many-faces"],
  ],
])("faces %o: %o", (faces, warnings) => {
  expect(judgeFaces(faces)).toEqual(warnings);
});
