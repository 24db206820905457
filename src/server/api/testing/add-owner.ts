import { makeErasureToken } from "~/catalog/erasure";
import { makeToken } from "~/catalog/make-token";
import type { Db } from "~/kysely/database";
import { openErasure } from "~/server/privacy/open-erasure";
import { newId } from "~/server/new-id";
import { addCredits, addModel, addUser } from "~/server/testing/people";
import { addPictures } from "~/server/testing/pictures";
import { givePlan } from "~/server/billing/give-plan";

/** A word that stands in whatever the owner has written, and in no answer to anybody else. */
export const OWNERS_WORD = "zanzibarine";

/** Somebody who has one of everything that has an id, and the ids of it. */
export interface Owner {
  userId: string;
  modelId: string;
  draftId: string;
  versionId: string;
  /** A version that is not in use, so that it can be deleted. */
  formerVersionId: string;
  /** Of the draft. */
  photoId: string;
  pictureId: string;
  deletedPictureId: string;
  generationId: string;
  /** Of a press of which a picture waits. */
  requestId: string;
  shareToken: string;
  reportId: string;
  zipId: string;
  exportId: string;
  invoiceId: string;
  /** Of the deletion of a model. */
  erasureToken: string;
}

/**
 * Makes an owner; no files stand behind their rows, but every row names some.
 *
 * @param known somebody who has an account already.
 */
export async function addOwner(db: Db, known?: { userId: string }): Promise<Owner> {
  const userId = known?.userId ?? (await addUser(db));
  await givePlan(db, { userId, plan: "pro" });
  await addCredits(db, userId, 50);
  const modelId = await addModel(db, { userId, status: "ready", photos: 2 });
  const draftId = await addModel(db, { userId, status: "draft", photos: 10 });
  await db
    .updateTable("model")
    .set({ name: `Ada ${OWNERS_WORD}` })
    .where("userId", "=", userId)
    .execute();
  const formerVersionId = await addFormerVersion(db, { userId, modelId });
  const { activeVersionId } = await db
    .selectFrom("model")
    .select("activeVersionId")
    .where("id", "=", modelId)
    .executeTakeFirstOrThrow();
  const photo = await db
    .updateTable("photo")
    .set({ name: `${OWNERS_WORD}.jpg`, preparedKey: `${userId}p`, thumbnailKey: `${userId}t` })
    .where("id", "=", (eb) => eb.selectFrom("photo").select("id").where("modelId", "=", draftId).limit(1))
    .returning("id")
    .executeTakeFirstOrThrow();

  const keys = [newId(), newId(), newId()];
  const made = { userId, modelId, modelName: "Ada", count: 3, keys, prompt: `a ${OWNERS_WORD} kite` };
  const [pictureId = "", deletedPictureId = "", waitingId = ""] = await addPictures(db, made);
  await db.updateTable("picture").set({ thumbnailKey: newId() }).where("id", "=", pictureId).execute();
  const past = db.updateTable("picture").set({ deletedAt: new Date() });
  await past.where("id", "=", deletedPictureId).execute();
  const waiting = { status: "queued", storageKey: null } as const;
  const waits = db.updateTable("picture").set(waiting).where("id", "=", waitingId).returning("generationId");
  const { generationId } = await waits.executeTakeFirstOrThrow();
  const { requestId } = await db
    .updateTable("generation")
    .set({ status: "generating", deadlineAt: new Date(Date.now() + 3_600_000) })
    .where("id", "=", generationId)
    .returning("requestId")
    .executeTakeFirstOrThrow();

  return {
    ...{ userId, modelId, draftId, versionId: activeVersionId ?? "", formerVersionId, photoId: photo.id },
    ...{ pictureId, deletedPictureId, generationId, requestId },
    ...(await addLinks(db, { userId, pictureId })),
    invoiceId: await addInvoice(db, userId),
    erasureToken: await addErasure(db, userId),
  };
}

async function addFormerVersion(db: Db, of: { userId: string; modelId: string }): Promise<string> {
  const id = newId();
  const version = { id, ...of, number: 7, attempt: 7, kind: "instant", photoCount: 2 } as const;
  await db.insertInto("modelVersion").values(version).execute();
  return id;
}

async function addLinks(db: Db, of: { userId: string; pictureId: string }) {
  const { userId, pictureId } = of;
  const [zipId, exportId, reportId] = [newId(), newId(), newId()];
  const shareToken = makeToken(18);
  const share = { id: newId(), userId, pictureId, token: shareToken, showsPrompt: false };
  await db.insertInto("share").values(share).execute();
  await db
    .insertInto("report")
    .values({ id: reportId, shareToken, reason: "shows-me", note: OWNERS_WORD })
    .execute();
  await db
    .insertInto("zip")
    .values({ id: zipId, userId, pictureIds: JSON.stringify([pictureId]) })
    .execute();
  await db.insertInto("export").values({ id: exportId, userId }).execute();
  return { shareToken, reportId, zipId, exportId };
}

async function addInvoice(db: Db, userId: string): Promise<string> {
  const { id: subscriptionId } = await db
    .updateTable("subscription")
    .set({ providerId: `sub-${userId}` })
    .where("userId", "=", userId)
    .returning("id")
    .executeTakeFirstOrThrow();
  const id = newId();
  const paid = { reason: "initial", status: "paid", currency: "USD", totalCents: 4000 } as const;
  await db
    .insertInto("invoice")
    .values({ id, userId, subscriptionId, providerId: `invoice-${userId}`, ...paid, issuedAt: new Date() })
    .execute();
  return id;
}

async function addErasure(db: Db, userId: string): Promise<string> {
  const token = makeErasureToken();
  const erasure = { userId, scope: "model", modelId: newId(), requestedBy: "user", token } as const;
  await openErasure(db, { ...erasure, rowCounts: { model: 1 }, settlesAt: new Date() }, []);
  return token;
}
