import { readdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "rendered");

/** Twelve photos of one drawn woman, rendered beforehand because rendering takes seconds each: paths, in order. */
export const renderedPhotos = readdirSync(folder)
  .toSorted()
  .map((name) => join(folder, name));
