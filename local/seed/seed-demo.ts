import { consent } from "~/catalog/consent";
import { plans } from "~/catalog/plans";
import type { Db } from "~/kysely/database";
import { renderedPhotos } from "~/local/photos/rendered-photos";
import { givePlan } from "~/server/billing/give-plan";
import { postEntry } from "~/server/credits/post-entry";
import { makePicture } from "~/server/generations/make-picture";
import { finishGenerations } from "~/server/generations/move-generation";
import { chooseReferences } from "~/server/models/choose-references";
import { finishTraining } from "~/server/models/finish-training";
import { newId } from "~/server/new-id";
import { agreeToConsent } from "~/server/users/consent";
import { ensureUser } from "~/server/users/ensure-user";

import { addPhoto } from "./add-photo";
import { demoUser } from "./demo-user";
import { findOrCreateDemoUser } from "./find-or-create-demo-user";
import { demoGallery } from "./gallery";

/**
 * Makes a demo user on Pro with a ready model and a gallery, by the product's own verbs against whatever vendors are
 * configured. Once: a user who has a model is left alone.
 *
 * @returns whether anything was made.
 */
export async function seedDemo(db: Db): Promise<boolean> {
  const userId = await findOrCreateDemoUser();
  await ensureUser(db, { id: userId, email: demoUser.email });
  const known = await db.selectFrom("model").select("id").where("userId", "=", userId).executeTakeFirst();
  if (known) return false;

  await subscribe(db, userId);
  const modelId = await makeModel(db, userId);
  for (const wish of demoGallery) await makeGeneration(db, { userId, modelId, ...wish });
  return true;
}

async function subscribe(db: Db, userId: string): Promise<void> {
  const renewsAt = new Date(Date.now() + 30 * 24 * 60 * 60_000);
  await givePlan(db, { userId, plan: "pro", renewsAt });
  const note = "Pro: credits of this month";
  await postEntry(db, { userId, amount: plans.pro.credits, reason: "grant", ref: `seed-${userId}`, note });
}

async function makeModel(db: Db, userId: string): Promise<string> {
  const modelId = newId();
  await db
    .insertInto("model")
    .values({
      id: modelId,
      userId,
      name: demoUser.firstName,
      subject: "woman",
      kind: "instant",
      status: "training",
      attempt: 1,
      triggerWord: `lk${modelId.slice(-10)}`,
      queuedAt: new Date(),
    })
    .execute();
  await agreeToConsent(db, { userId, modelId, consentVersion: consent.version, addressHash: null });

  for (const [index, path] of renderedPhotos.entries()) {
    await addPhoto(db, { userId, modelId, path, name: `IMG_${2401 + index}.jpg` });
  }
  await chooseReferences(db, { modelId });
  await finishTraining(db, { modelId, attempt: 1 });
  return modelId;
}

async function makeGeneration(
  db: Db,
  wish: { userId: string; modelId: string } & (typeof demoGallery)[number],
): Promise<void> {
  const { userId, modelId, prompt, style, aspect, seed, count } = wish;
  const { activeVersionId: versionId } = await db
    .selectFrom("model")
    .select("activeVersionId")
    .where("id", "=", modelId)
    .executeTakeFirstOrThrow();
  const generationId = newId();
  await db
    .insertInto("generation")
    .values({
      id: generationId,
      userId,
      requestId: crypto.randomUUID(),
      modelId,
      modelName: demoUser.firstName,
      versionId,
      versionNumber: 1,
      fluxModel: "flux-2-pro",
      status: "generating",
      prompt,
      style,
      aspect,
      count,
      steps: null,
      guidance: null,
      seed,
      price: count,
      deadlineAt: new Date(Date.now() + 15 * 60_000),
    })
    .execute();
  const note = `${count} ${count === 1 ? "picture" : "pictures"} of ${demoUser.firstName}`;
  await postEntry(db, { userId, amount: -count, reason: "generation", ref: generationId, note });

  for (let position = 0; position < count; position++) {
    const pictureId = newId();
    await db
      .insertInto("picture")
      .values({ id: pictureId, userId, generationId, position, style, modelId, seed: seed + position })
      .execute();
    await makePicture(db, { pictureId });
  }
  await finishGenerations(db, [generationId]);
}
