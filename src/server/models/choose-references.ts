import { photoRules } from "~/catalog/photo-rules";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { findAlike } from "~/pixels/find-alike";
import { judgeFaces, judgePhoto } from "~/pixels/judge-photo";
import { Failure } from "~/server/errors";

import { listReadyPhotos } from "./queries";

/** FLUX.2 takes at most 8 reference photos (BFL docs, "Prompting, editing overview", read 2026-11-22). */
const MAX_REFERENCES = 8;
/** What each warning leaves of a photo's quality. */
const WARNED = 0.5;

type ReadyPhoto = Awaited<ReturnType<typeof listReadyPhotos>>[number];

/**
 * Ranks the prepared photos of a model and marks the best as its reference photos. Safe to repeat.
 *
 * @returns how many photos can be used.
 * @throws Failure INVALID when fewer than 10 can be used.
 */
export async function chooseReferences(db: Db, input: { modelId: string }): Promise<number> {
  const photos = await listReadyPhotos(db, input.modelId);
  if (photos.length < photoRules.minCount) {
    const missing = photoRules.minCount - photos.length;
    throw new Failure(
      "INVALID",
      `Only ${photos.length} of the photos can be used and a model needs ${photoRules.minCount}. Add ${missing} more and start again.`,
    );
  }

  const best = rank(photos).slice(0, MAX_REFERENCES);
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable("photo")
      .set({ referenceRank: null })
      .where("modelId", "=", input.modelId)
      .execute();
    for (const [index, photo] of best.entries()) {
      await trx
        .updateTable("photo")
        .set({ referenceRank: index + 1 })
        .where("id", "=", photo.id)
        .execute();
    }
  });
  return photos.length;
}

/**
 * Sharpest first, those with something against them later, a second of two alike last; every second place goes to the photo
 * least like the one before in shape and light.
 */
export function rank(photos: ReadyPhoto[]): ReadyPhoto[] {
  const ranked = rankByQuality(photos);
  const alike = findAlike(ranked.map(({ measures }) => measures?.hashes ?? []));
  return [...ranked.filter((_, at) => alike[at] === null), ...ranked.filter((_, at) => alike[at] !== null)];
}

function rankByQuality(photos: ReadyPhoto[]): ReadyPhoto[] {
  const left = photos.toSorted((a, b) => quality(b) - quality(a));
  const ranked: ReadyPhoto[] = [];
  while (left.length > 0) {
    const previous = ranked.at(-1);
    const isForVariety = previous && ranked.length % 2 === 1;
    // Variety is looked for among the better half, so that it never brings in a bad photo.
    const candidates = left.slice(0, Math.ceil(left.length / 2));
    const [next] = isForVariety
      ? candidates.toSorted((a, b) => difference(b, previous) - difference(a, previous))
      : candidates;
    if (!next) break;
    ranked.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return ranked;
}

/** By the server's own numbers; the browser's may only take away: it alone can see faces. */
function quality({ measures, deviceMeasures, sharpness }: ReadyPhoto): number {
  const own = measures?.sharpness ?? sharpness ?? 0;
  const sharp = Math.min(own, deviceMeasures?.sharpness ?? own);
  const warnings = [
    ...(measures ? judgePhoto(measures) : []),
    ...(deviceMeasures?.faces ? judgeFaces(deviceMeasures.faces) : []),
  ];
  return Math.log1p(10 * sharp) * WARNED ** warnings.length;
}

function difference(a: ReadyPhoto, b: ReadyPhoto): number {
  const shape = Math.abs(aspectOf(a) - aspectOf(b));
  const light = Math.abs((a.brightness ?? 0) - (b.brightness ?? 0)) / 255;
  return shape + light;
}

function aspectOf(photo: ReadyPhoto): number {
  return (photo.widthPx ?? 1) / (photo.heightPx ?? 1);
}
