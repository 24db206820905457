/**
 * Writes rendered photos of one drawn person into a folder: differing sizes, orientations and EXIF, every short side
 * at least 512 px.
 *
 *     npx tsx local/photos/main.ts OUTDIR [--count 12] [--subject woman|man|person|pet] [--identity 7]
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

import * as z from "zod";

import { renderPhoto } from "./render-photo";

const sizes = [
  [960, 1280],
  [1080, 1080],
  [1024, 1536],
  [1280, 960],
  [768, 1024],
  [1200, 1600],
  [640, 800],
  [1365, 1024],
] as const;
const orientations = [1, 1, 6, 1, 8, 3, 1, 2] as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string" }, subject: { type: "string" }, identity: { type: "string" } },
});
const { folder, count, subject, identity } = z
  .object({
    folder: z.string({ error: "Name the folder to write into." }),
    count: z.coerce.number().int().min(1).max(100).default(12),
    subject: z.enum(["woman", "man", "person", "pet"]).default("woman"),
    identity: z.coerce.number().int().nonnegative().default(7),
  })
  .parse({ folder: positionals[0], ...values });

await mkdir(folder, { recursive: true });
for (let variation = 0; variation < count; variation++) {
  const [widthPx, heightPx] = sizes[variation % sizes.length] ?? sizes[0];
  const orientation = orientations[variation % orientations.length] ?? 1;
  const bytes = await renderPhoto({
    subject,
    identity,
    variation,
    widthPx,
    heightPx,
    orientation,
    exif: variation % 4 !== 3,
  });
  await writeFile(join(folder, `IMG_${String(1201 + variation * 7)}.jpg`), bytes);
}
console.log(`${String(count)} photos are in ${folder}.`);
