import { expect, test } from "vitest";

import { renderedPhotos } from "~/local/photos/rendered-photos";
import { judgePhoto } from "~/pixels/judge-photo";

import { decodePhoto } from "./decode-photo";
import { DeviceMeasuresInput } from "./device-measures";
import { measurePhoto } from "./measure-photo";
import { readFile } from "node:fs/promises";

test("measures what is kept as the upload it came from", async () => {
  const decoded = await decodePhoto(await readFile(renderedPhotos[0] ?? ""));
  if (decoded.refusal) throw new Error(decoded.refusal);
  const measures = await measurePhoto(decoded.prepared, decoded.uploaded);
  expect(judgePhoto(measures)).toEqual([]);
  expect(measures).toMatchObject({ widthPx: 960, heightPx: 1200 });
  expect(DeviceMeasuresInput.parse({ ...measures, faces: null })).toEqual({ ...measures, faces: null });
});

test.each([
  ["a text", "sharp"],
  ["nothing", {}],
  ["a share above one", { seam: 1.1 }],
  ["no number", { sharpness: Number.NaN }],
  ["endless", { hardEdges: Number.POSITIVE_INFINITY }],
  ["too many hashes", { hashes: Array.from({ length: 17 }, () => "0123456789abcdef") }],
  ["a hash that is none", { hashes: ["'; drop table photo"] }],
  [
    "a hundred faces",
    { faces: Array.from({ length: 100 }, () => ({ left: 0, top: 0, width: 1, height: 1 })) },
  ],
])("does not take %s from a browser", (_, change) => {
  const good = {
    ...{ widthPx: 1200, heightPx: 1600, sharpness: 0.5, brightness: 120, highlights: 190, shadows: 40 },
    ...{ burntShare: 0, flatShare: 0, hardEdges: 0, seam: 0.2, hashes: ["0123456789abcdef"], faces: null },
  };
  expect(DeviceMeasuresInput.safeParse(good).success).toBe(true);
  const sent =
    typeof change === "string" || Object.keys(change).length === 0 ? change : { ...good, ...change };
  expect(DeviceMeasuresInput.safeParse(sent).success).toBe(false);
});
