import * as z from "zod";

import { erasureConfirmation, erasureToken } from "~/catalog/erasure";
import { retentionIds } from "~/catalog/retention";
import { Failure } from "~/server/errors";
import { expirePhotos } from "~/server/photos/expire-photos";
import { beginExport } from "~/server/privacy/begin-export";
import { eraseAccount } from "~/server/privacy/erase-account";
import { findErasure } from "~/server/privacy/find-erasure";
import { readPrivacy } from "~/server/privacy/read-privacy";
import { chooseRetention } from "~/server/users/choose-retention";
import { ensureUser } from "~/server/users/ensure-user";

import { limited, openProcedure, router, userProcedure } from "../trpc";

const Token = z.string().regex(erasureToken);

export const privacyRouter = router({
  /** What is kept of the user, where, and until when. */
  overview: userProcedure.query(({ ctx }) => readPrivacy(ctx.db, ctx.userId)),

  /** Sets how long photos stay, and lets those go whose time is over by that. */
  chooseRetention: userProcedure
    .input(z.object({ retention: z.enum(retentionIds) }))
    .mutation(async ({ ctx, input }) => {
      const { userId } = ctx;
      await ensureUser(ctx.db, { id: userId });
      await chooseRetention(ctx.db, { userId, ...input });
      return { photosGone: await expirePhotos(ctx.db, { userId }) };
    }),

  /** Makes out an export; the browser then downloads `/api/export/<exportId>`. */
  beginExport: userProcedure.use(limited("export")).mutation(async ({ ctx }) => {
    await ensureUser(ctx.db, { id: ctx.userId });
    return beginExport(ctx.db, ctx.userId);
  }),

  /** Erases the user's account. The token, made and shown by the browser before, opens the page of its progress. */
  eraseAccount: userProcedure
    .input(z.object({ confirmation: z.literal(erasureConfirmation), token: Token }))
    .use(limited("erase"))
    .mutation(async ({ ctx, input }) => {
      const { userId } = ctx;
      await ensureUser(ctx.db, { id: userId });
      const erased = await eraseAccount(ctx.db, { userId, requestedBy: "user", token: input.token });
      if (!erased) throw new Failure("NOT_FOUND", "There is no account to delete.");
      return erased;
    }),

  /** How an erasure stands, for whoever has its link. */
  erasure: openProcedure.input(z.object({ token: Token })).query(async ({ ctx, input }) => {
    const erasure = await findErasure(ctx.db, input.token);
    if (!erasure) throw new Failure("NOT_FOUND", "There is no deletion under this link.");
    return erasure;
  }),
});
