import { plans } from "~/catalog/plans";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { isErased } from "~/server/privacy/is-erased";
import { postEntry } from "~/server/credits/post-entry";

/**
 * Makes sure that a person has a row and, once in their life, the credits of the Free plan.
 * Called on first sight and by Clerk's webhook, in whichever order and however often they come.
 *
 * @throws Failure REFUSED for an account that was erased: nothing of it comes back.
 */
export async function ensureUser(db: Db, user: { id: string; email?: string | null }): Promise<void> {
  const { id, email = null } = user;
  await inTransaction(db, async (trx) => {
    const made = await trx
      .insertInto("appUser")
      .values({ id, email })
      .onConflict((conflict) =>
        email === null ? conflict.doNothing() : conflict.column("id").doUpdateSet({ email }),
      )
      .returning("id")
      .executeTakeFirst();
    // Only now: a row that was being erased is waited for above. A session outlives its account by up to a minute, and
    // webhooks come late.
    if (made && (await isErased(trx, id))) {
      throw new Failure("REFUSED", "This account has been deleted. Sign up again to start anew.");
    }
    await postEntry(trx, {
      userId: id,
      amount: plans.free.credits,
      reason: "sign-up",
      ref: id,
      note: "Welcome: your first credits",
    });
  });
}
