import type { Db } from "~/kysely/database";
import type { PictureStatus } from "~/kysely/schema";
import { Failure } from "~/server/errors";
import { announceDeletion, dropFiles } from "~/server/privacy/drop-files";
import { count, timed } from "~/server/telemetry/measure";
import { tellProduct } from "~/server/telemetry/tell";
import { makeImage } from "~/server/vendors/together";
import type { PictureOrder } from "~/server/vendors/together";
import { storeFiles } from "~/server/vendors/uploadthing";

import { CLAIM_MS } from "./claim-picture";
import { markPicture } from "./mark-picture";
import type { MarkedPicture } from "./mark-picture";
import { orderPicture } from "./order-picture";
import type { PictureToMake } from "./order-picture";
import { findPictureToMake } from "./queries";
import { giveUpPicture, keepPicture } from "./settle-picture";

/**
 * Has one picture made, marks it and stores it with its thumbnail, privately, before anything else sees it. A refused one is
 * settled and given back here. Safe to repeat: a settled picture stays as it is. A crash between Together's answer
 * and our note of it has the picture made, and paid for by us, again; never by the user.
 *
 * @returns the picture's status; undefined when it is gone.
 * @throws Failure VENDOR_BUSY when trying again can help, VENDOR_UNAVAILABLE or NOT_READY when it cannot.
 */
export async function makePicture(db: Db, input: { pictureId: string }): Promise<PictureStatus | undefined> {
  const picture = await findPictureToMake(db, input.pictureId);
  if (picture?.status !== "queued") return picture?.status;
  const endsAt = picture.claimedAt ? picture.claimedAt.getTime() + CLAIM_MS : picture.deadlineAt.getTime();
  if (endsAt < Date.now()) {
    throw new Failure("NOT_READY", "This picture took too long and was given up.");
  }

  const { fluxModel, createdAt, claimedAt } = picture;
  if (claimedAt) timed("likeness.queue.wait", secondsFrom(createdAt, claimedAt), { fluxModel });
  try {
    const order = await orderPicture(db, picture);
    const image = await makeImage(order);
    const status = await store(db, picture, await markWhole(image, picture.generationId, order));
    count("likeness.pictures", 1, { outcome: status, fluxModel });
    if (status === "ready") {
      timed("likeness.press-to-picture", secondsFrom(createdAt, new Date()), { fluxModel });
      tellProduct({ event: "picture made", userId: picture.userId, facts: { fluxModel } });
    }
    return status;
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "REFUSED") throw error;
    await giveUpPicture(db, { id: picture.id, status: "refused", reason: error.message });
    count("likeness.pictures", 1, { outcome: "refused", fluxModel });
    return "refused";
  }
}

function secondsFrom(start: Date, end: Date): number {
  return (end.getTime() - start.getTime()) / 1000;
}

/** FLUX models round sizes to their own steps; what has less than half of the pixels is another picture than was paid for. */
async function markWhole(image: Buffer, generationId: string, order: PictureOrder): Promise<MarkedPicture> {
  const marked = await markPicture(image, generationId);
  if (marked.widthPx * marked.heightPx >= (order.widthPx * order.heightPx) / 2) return marked;
  throw new Failure("VENDOR_BUSY", "Together sent a smaller picture than it was asked for.");
}

async function store(db: Db, picture: PictureToMake, marked: MarkedPicture): Promise<PictureStatus> {
  const { widthPx, heightPx } = marked;
  const [storageKey = "", thumbnailKey = ""] = await storeFiles([
    { name: `${picture.id}.jpg`, type: "image/jpeg", body: new Uint8Array(marked.picture) },
    { name: `${picture.id}.webp`, type: "image/webp", body: new Uint8Array(marked.thumbnail) },
  ]);
  const made = { storageKey, thumbnailKey, widthPx, heightPx, bytes: marked.picture.length };
  if (await keepPicture(db, { id: picture.id, made })) return "ready";

  // It was settled or deleted while it was made: nothing may point at these files, so they go.
  const { userId, id: subjectId } = picture;
  const keys = [storageKey, thumbnailKey];
  await announceDeletion(await dropFiles(db, { userId, subject: "picture", subjectId, keys }));
  return "failed";
}
