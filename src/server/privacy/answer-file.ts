import * as z from "zod";

import type { Db } from "~/kysely/database";
import { answerFailure } from "~/server/answer-failure";
import { findPictureKeys } from "~/server/generations/queries";
import { findPhotoKeys } from "~/server/photos/queries";
import { openFile, signFileUrl, VIEW_SECONDS } from "~/server/vendors/uploadthing-read";

const FileRequest = z.object({
  userId: z.string(),
  kind: z.enum(["photo", "picture"]),
  id: z.uuid(),
  as: z.enum(["view", "thumbnail", "download"]),
});

/** A browser may follow the same redirect again for a while, but well within the life of the address behind it. */
const REUSE_SECONDS = VIEW_SECONDS - 20;

/**
 * Answers for one private file: the owner is sent to an address that works for 60 seconds, or handed the file when
 * they download it. Anyone else, and any id that is not one, gets the same 404.
 */
export async function answerFile(
  db: Db,
  request: { userId: string | null; kind: string; id: string; as: string },
): Promise<Response> {
  const parsed = FileRequest.safeParse(request);
  if (!parsed.success) return notFound();
  const { as, id } = parsed.data;
  const keys = await findKeys(db, parsed.data);
  const key = as === "thumbnail" ? keys?.thumbnailKey : keys?.fullKey;
  if (!key) return notFound();
  if (as === "download") return download(key, `likeness-${id.slice(-12)}.jpg`).catch(answerFailure);

  return new Response(null, {
    status: 302,
    headers: {
      location: await signFileUrl(key, VIEW_SECONDS),
      "cache-control": `private, max-age=${REUSE_SECONDS}`,
    },
  });
}

async function findKeys(db: Db, file: z.infer<typeof FileRequest>) {
  const { userId, kind, id } = file;
  if (kind === "picture") {
    const picture = await findPictureKeys(db, { userId, pictureId: id });
    return picture && { fullKey: picture.storageKey, thumbnailKey: picture.thumbnailKey };
  }
  const photo = await findPhotoKeys(db, { userId, photoId: id });
  return photo && { fullKey: photo.preparedKey, thumbnailKey: photo.thumbnailKey };
}

/** Streamed through us: a browser ignores `download` on another origin's address. */
async function download(key: string, name: string): Promise<Response> {
  const { body } = await openFile(key);
  return new Response(body, {
    headers: {
      // What we made and stored, whatever storage says it is.
      "content-type": "image/jpeg",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

function notFound(): Response {
  return new Response("Not found.", { status: 404, headers: { "cache-control": "private, no-store" } });
}
