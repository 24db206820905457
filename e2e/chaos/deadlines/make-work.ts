import { readFile } from "node:fs/promises";

import type { Kysely } from "kysely";

import { consent } from "~/catalog/consent";
import { renderedPhotos } from "~/local/photos/rendered-photos";
import type { Database, ModelKind } from "~/kysely/schema";
import { deletePictures } from "~/server/gallery/delete-pictures";
import { claimPicture } from "~/server/generations/claim-picture";
import { createGeneration } from "~/server/generations/create-generation";
import { cancelTraining } from "~/server/models/end-training";
import { saveDraft } from "~/server/models/save-draft";
import { startTraining } from "~/server/models/start-training";
import { newId } from "~/server/new-id";
import { attachPhoto } from "~/server/photos/attach-photo";
import { eraseAccount } from "~/server/privacy/erase-account";
import { addCredits, addUser } from "~/server/testing/people";
import { agreeToConsent } from "~/server/users/consent";
import { deleteFiles, storeFile } from "~/server/vendors/uploadthing";

const CREDITS = 40;
const PHOTOS = 10;

/** What a user is in the middle of when the events are lost. */
export interface Work {
  userId: string;
  modelId: string;
}

/** A user who presses for pictures and starts a training, all at once: nothing of it is waited for. */
export async function beginWork(db: Kysely<Database>, kind: ModelKind): Promise<Work> {
  const userId = await addUser(db, "pro");
  await addCredits(db, userId, CREDITS);
  const { modelId } = await saveDraft(db, { userId, name: "Ada", subject: "woman" });
  await agreeToConsent(db, { userId, modelId, consentVersion: consent.version, addressHash: null });
  for (const path of renderedPhotos.slice(0, PHOTOS)) await sendPhoto(db, { userId, modelId, path });
  for (let press = 0; press < 2; press++) await pressForFour(db, userId);
  await startTraining(db, { userId, modelId, kind });
  return { userId, modelId };
}

/** What can no longer go on by itself: steps that are gone for good, and a file that is. */
export async function loseWork(db: Kysely<Database>): Promise<void> {
  const userId = await addUser(db, "pro");
  await addCredits(db, userId, CREDITS);
  await pressForFour(db, userId);
  await claimPicture(db, { userId, ticket: newId() });
  const { modelId } = await saveDraft(db, { userId, name: "Ada", subject: "woman" });
  const photoId = await sendPhoto(db, { userId, modelId, path: renderedPhotos[0] ?? "" });
  const { originalKey } = await db
    .selectFrom("photo")
    .select("originalKey")
    .where("id", "=", photoId ?? "")
    .executeTakeFirstOrThrow();
  if (originalKey !== null) await deleteFiles([originalKey]);
}

/** Ends what others have begun: by calling off, deleting and forgetting. */
export const endings: ((db: Kysely<Database>, work: Work) => Promise<unknown>)[] = [
  (db, { userId, modelId }) => cancelTraining(db, { userId, modelId }).catch(() => undefined),
  (db, { userId }) => eraseAccount(db, { userId, requestedBy: "user" }),
  async (db, { userId }) => {
    const ready = await db
      .selectFrom("picture")
      .select("id")
      .where("userId", "=", userId)
      .where("status", "=", "ready")
      .execute();
    if (ready.length > 0) await deletePictures(db, { userId, pictureIds: ready.map(({ id }) => id) });
  },
  () => Promise.resolve(),
];

async function pressForFour(db: Kysely<Database>, userId: string): Promise<void> {
  await createGeneration(db, {
    ...{ userId, requestId: newId(), modelId: null, fluxModel: "flux-2-dev", prompt: "a kite" },
    ...{ style: "anime", aspect: "1:1", count: 4, steps: null, guidance: null, seed: null },
  });
}

async function sendPhoto(
  db: Kysely<Database>,
  photo: { userId: string; modelId: string; path: string },
): Promise<string | undefined> {
  const { userId, modelId, path } = photo;
  const body = new Uint8Array(await readFile(path));
  const key = await storeFile({ name: "photo.jpg", type: "image/jpeg", body });
  const name = "photo.jpg";
  return attachPhoto(db, { userId, modelId, key, name, bytes: body.length, deviceMeasures: null });
}
