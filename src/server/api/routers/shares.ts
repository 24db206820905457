import * as z from "zod";

import { revokeShare, sharePicture } from "~/server/gallery/share-picture";

import { router, userProcedure } from "../trpc";

export const sharesRouter = router({
  /** Gives a picture its link, or changes what the link shows. */
  open: userProcedure
    .input(z.object({ pictureId: z.uuid(), showsPrompt: z.boolean() }))
    .mutation(({ ctx, input }) => sharePicture(ctx.db, { userId: ctx.userId, ...input })),

  revoke: userProcedure
    .input(z.object({ pictureId: z.uuid() }))
    .mutation(({ ctx, input }) => revokeShare(ctx.db, { userId: ctx.userId, ...input })),
});
