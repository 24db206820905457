import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import sharp from "sharp";

import { copies, defects } from "./defects";
import { makeCollage } from "./make-collage";
import { makeScreenshot } from "./make-screenshot";
import { startRandom } from "./random";

/** What the coach should say of a photo; a photo without a label is a good one. */
export type Label = "blurred" | "dark" | "bright" | "small" | "alike" | "narrow" | "screenshot" | "collage";

export interface LabelledPhoto {
  path: string;
  label: Label | null;
  /** How it was made: "alike: re-compressed". */
  made: string;
  /** Photos of one source are alike. */
  source: number;
  /** Thresholds were chosen on one half of the sources; what is reported is the other half. */
  half: "tune" | "report";
}

/** As large as a phone's small photos: what is larger only takes longer. */
const LONG_SIDE_PX = 2400;

/** Makes the labelled set in `folder`, the same each time: every source as it is and with each defect. */
export async function makeSet(photographs: readonly string[], folder: string): Promise<LabelledPhoto[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const set: LabelledPhoto[] = [];

  for (const [source, path] of photographs.entries()) {
    const random = startRandom(source);
    const add = async (made: string, label: Label | null, photo: { bytes: Buffer; extension?: string }) => {
      const name = `${String(source).padStart(2, "0")}-${made.replaceAll(/[^a-z]+/g, "-")}`;
      const file = join(folder, `${name}.${photo.extension ?? "jpg"}`);
      await writeFile(file, photo.bytes);
      set.push({ path: file, label, made, source, half: source % 2 === 0 ? "tune" : "report" });
    };

    const good = await takePhoto(path, random);
    await add("good", null, { bytes: good });
    for (const [at, [made, defect]] of Object.entries(defects).entries()) {
      if ((Math.floor(source / 2) + at) % defect.every !== 0) continue;
      await add(made, defect.label, { bytes: await defect.make(good, random) });
    }
    const copy = Object.entries(copies)[Math.floor(source / 2) % Object.keys(copies).length];
    if (copy) await add(copy[0], "alike", { bytes: await copy[1](good, random) });

    const others = [1, 3, 5].map((step) => photographs[(source + step) % photographs.length] ?? path);
    await add("screenshot", "screenshot", await makeScreenshot(good, random));
    await add("collage", "collage", { bytes: await makeCollage([good, ...others], random) });
  }
  return set;
}

/** A photo as a camera leaves it: with a little noise, since wallpapers were often cleaned of theirs. */
async function takePhoto(path: string, random: () => number): Promise<Buffer> {
  const size = {
    width: LONG_SIDE_PX,
    height: LONG_SIDE_PX,
    fit: "inside",
    withoutEnlargement: true,
  } as const;
  const quality = 82 + Math.floor(random() * 14);
  return sharp(await readFile(path))
    .autoOrient()
    .resize(size)
    .removeAlpha()
    .jpeg({ quality })
    .toBuffer();
}
