import { env } from "~/env";
import { requestDb } from "~/kysely/request";
import { ensureUser } from "~/server/users/ensure-user";
import { readEntitlements } from "~/server/users/read-entitlements";

import { router, userProcedure } from "../trpc";

export const accountRouter = router({
  /** What the user may do now. On first sight it makes their row and gives their first credits. */
  entitlements: userProcedure.query(async ({ ctx }) => {
    const offersFineTuning = env.TOGETHER_TRAINER_DEPLOYMENT !== undefined;
    const offersPromptHelp = env.TOGETHER_CHAT_MODEL !== undefined;
    const known = await readEntitlements(ctx.db, ctx.userId);
    if (known) return { ...known, offersFineTuning, offersPromptHelp };

    const connection = requestDb();
    try {
      await ensureUser(connection, { id: ctx.userId });
      const fresh = await readEntitlements(connection, ctx.userId);
      if (!fresh) throw new Error(`User ${ctx.userId} has no account after it was made.`);
      return { ...fresh, offersFineTuning, offersPromptHelp };
    } finally {
      await connection.destroy();
    }
  }),
});
