import * as z from "zod";

import { generationRules } from "~/catalog/generation-rules";
import { Failure } from "~/server/errors";
import { deletePicture } from "~/server/generations/delete-picture";
import { findPictureOf, listPicturesOf } from "~/server/generations/queries";
import { makeVariations, upscalePicture } from "~/server/generations/remix-picture";

import { router, userProcedure } from "../trpc";

const PAGE = 36;

const remix = z.object({ pictureId: z.uuid(), requestId: z.uuid() });

export const picturesRouter = router({
  /** The user's finished pictures, newest first, a page at a time; `nextCursor` is null on the last one. */
  list: userProcedure.input(z.object({ cursor: z.uuid().optional() })).query(async ({ ctx, input }) => {
    const rows = await listPicturesOf(ctx.db, { userId: ctx.userId, before: input.cursor, limit: PAGE + 1 });
    const pictures = rows.slice(0, PAGE);
    return { pictures, nextCursor: rows.length > PAGE ? (pictures.at(-1)?.id ?? null) : null };
  }),

  /** One of the user's pictures with the settings it was made with. */
  byId: userProcedure.input(z.object({ pictureId: z.uuid() })).query(async ({ ctx, input }) => {
    const picture = await findPictureOf(ctx.db, { userId: ctx.userId, ...input });
    if (!picture) throw new Failure("NOT_FOUND", "This picture does not exist.");
    return picture;
  }),

  delete: userProcedure
    .input(z.object({ pictureId: z.uuid() }))
    .mutation(({ ctx, input }) => deletePicture(ctx.db, { userId: ctx.userId, ...input })),

  /** Queues pictures with the settings of one, but for their seeds. */
  vary: userProcedure
    .input(remix.extend({ count: z.int().min(1).max(generationRules.maxPictures) }))
    .mutation(({ ctx, input }) => makeVariations(ctx.db, { userId: ctx.userId, ...input })),

  /** Queues a picture again, in the largest size. */
  upscale: userProcedure
    .input(remix)
    .mutation(({ ctx, input }) => upscalePicture(ctx.db, { userId: ctx.userId, ...input })),
});
