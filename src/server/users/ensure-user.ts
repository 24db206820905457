import { plans } from "~/catalog/plans";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { postEntry } from "~/server/credits/post-entry";

/**
 * Makes sure that a person has a row and, once in their life, the credits of the Free plan.
 * Called on first sight and by Clerk's webhook, in whichever order and however often they come.
 */
export async function ensureUser(db: Db, user: { id: string; email?: string | null }): Promise<void> {
  const { id, email = null } = user;
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto("appUser")
      .values({ id, email })
      .onConflict((conflict) =>
        email === null ? conflict.doNothing() : conflict.column("id").doUpdateSet({ email }),
      )
      .execute();
    await postEntry(trx, {
      userId: id,
      amount: plans.free.credits,
      reason: "sign-up",
      ref: id,
      note: "Welcome: your first credits",
    });
  });
}
