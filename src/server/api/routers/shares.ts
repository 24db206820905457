import * as z from "zod";

import { maxReportNote, reportReasonIds } from "~/catalog/report-reasons";
import { findShared } from "~/server/gallery/find-shared";
import { revokeShare, sharePicture } from "~/server/gallery/share-picture";

import { reportShare } from "~/server/privacy/report-share";

import { limited, openProcedure, router, userProcedure } from "../trpc";

export const sharesRouter = router({
  /** What the page of a link shows to whoever has it; null when the link leads nowhere. */
  see: openProcedure.input(z.object({ token: z.string().max(64) })).query(async ({ ctx, input }) => {
    const shared = await findShared(ctx.db, input.token);
    if (shared === undefined || shared === "gone") return null;
    const { widthPx, heightPx, prompt } = shared;
    return { widthPx, heightPx, prompt };
  }),

  /** Says that a shared picture should not be: it is hidden at once, and an operator looks at it. */
  report: openProcedure
    .input(
      z.object({
        token: z.string().max(64),
        reason: z.enum(reportReasonIds),
        note: z.string().trim().max(maxReportNote),
      }),
    )
    .use(limited("report"))
    .mutation(({ ctx, input }) => reportShare(ctx.db, { addressHash: ctx.addressHash, ...input })),

  /** Gives a picture its link, or changes what the link shows. */
  open: userProcedure
    .input(z.object({ pictureId: z.uuid(), showsPrompt: z.boolean() }))
    .mutation(({ ctx, input }) => sharePicture(ctx.db, { userId: ctx.userId, ...input })),

  revoke: userProcedure
    .input(z.object({ pictureId: z.uuid() }))
    .mutation(({ ctx, input }) => revokeShare(ctx.db, { userId: ctx.userId, ...input })),
});
