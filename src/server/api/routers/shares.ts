import * as z from "zod";

import { findShared } from "~/server/gallery/find-shared";
import { revokeShare, sharePicture } from "~/server/gallery/share-picture";

import { openProcedure, router, userProcedure } from "../trpc";

export const sharesRouter = router({
  /** What the page of a link shows to whoever has it; null when the link leads nowhere. */
  see: openProcedure.input(z.object({ token: z.string().max(64) })).query(async ({ ctx, input }) => {
    const shared = await findShared(ctx.db, input.token);
    if (shared === undefined || shared === "gone") return null;
    const { widthPx, heightPx, prompt } = shared;
    return { widthPx, heightPx, prompt };
  }),

  /** Gives a picture its link, or changes what the link shows. */
  open: userProcedure
    .input(z.object({ pictureId: z.uuid(), showsPrompt: z.boolean() }))
    .mutation(({ ctx, input }) => sharePicture(ctx.db, { userId: ctx.userId, ...input })),

  revoke: userProcedure
    .input(z.object({ pictureId: z.uuid() }))
    .mutation(({ ctx, input }) => revokeShare(ctx.db, { userId: ctx.userId, ...input })),
});
