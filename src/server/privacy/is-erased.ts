import type { Db } from "~/kysely/database";

import { hashOf } from "./hash-of";

/** Whether this user's account was erased, or is being erased. */
export async function isErased(db: Db, userId: string): Promise<boolean> {
  const erasure = await db
    .selectFrom("erasure")
    .select("id")
    .where("subjectHash", "=", await hashOf(userId))
    .where("scope", "=", "account")
    .executeTakeFirst();
  return erasure !== undefined;
}
