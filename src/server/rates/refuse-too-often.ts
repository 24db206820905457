import type { RateId } from "~/catalog/rates";
import type { Db } from "~/kysely/database";
import { hashAddress } from "~/server/address-of";
import { Failure } from "~/server/errors";

import { takeUse } from "./take-use";

/**
 * Counts a call at a door.
 *
 * @param userId null for who is signed out, or where only the address counts.
 * @returns the refusal of what is done too often: 429, when to ask again, and a sentence; undefined for what may pass.
 */
export async function refuseTooOften(
  db: Db,
  call: { what: RateId; userId: string | null; headers: Headers },
): Promise<Response | undefined> {
  const { what, userId, headers } = call;
  try {
    await takeUse(db, { what, userId, addressHash: await hashAddress(headers) });
    return undefined;
  } catch (error) {
    if (error instanceof Failure && error.code === "TOO_OFTEN") return answerTooOften(error);
    throw error;
  }
}

function answerTooOften({ message, retryAfterSeconds }: Failure): Response {
  const headers = { "cache-control": "private, no-store", "retry-after": String(retryAfterSeconds ?? 60) };
  return Response.json({ message }, { status: 429, headers });
}
