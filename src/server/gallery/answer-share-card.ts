import sharp from "sharp";

import type { Db } from "~/kysely/database";
import { answerFailure } from "~/server/answer-failure";
import { openFile } from "~/server/vendors/uploadthing-read";

import { isThere, refuseShared, shareHeaders } from "./answer-shared";
import { findShared } from "./find-shared";

/** What other sites show beside a link (ogp.me and the large sites' guides, read 2026-11-22). */
const WIDTH_PX = 1200;
const HEIGHT_PX = 630;

/**
 * Draws a share link's preview: the whole picture before a blur of itself, so that no site cuts a head off. It is marked
 * as the picture is. 410 once the link is revoked, 404 for no link and for a file that is gone, 503 when storage does not answer.
 */
export async function answerShareCard(db: Db, token: string): Promise<Response> {
  const shared = await findShared(db, token);
  if (!isThere(shared)) return refuseShared(shared);
  return drawCard(shared.storageKey).catch(answerFailure);
}

async function drawCard(storageKey: string): Promise<Response> {
  const file = await openFile(storageKey);
  const picture = sharp(Buffer.from(await file.arrayBuffer()));
  const whole = await picture
    .clone()
    .resize({ width: WIDTH_PX, height: HEIGHT_PX, fit: "inside" })
    .toBuffer();
  const card = await picture
    .keepXmp()
    .resize({ width: WIDTH_PX, height: HEIGHT_PX, fit: "cover" })
    .blur(40)
    .modulate({ brightness: 0.8 })
    .composite([{ input: whole }])
    .jpeg({ quality: 86 })
    .toBuffer();
  return new Response(new Uint8Array(card), { headers: { "content-type": "image/jpeg", ...shareHeaders } });
}
