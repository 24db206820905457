import * as z from "zod";

import { dayChoices, deletedModels, galleryRules, noModel } from "~/catalog/gallery-rules";
import { generationRules } from "~/catalog/generation-rules";
import { styleIds } from "~/catalog/styles";
import { Failure } from "~/server/errors";
import { deletePictures } from "~/server/gallery/delete-pictures";
import { favourPictures } from "~/server/gallery/favour-pictures";
import { countPicturesOf, listPicturesOf } from "~/server/gallery/list-pictures";
import { prepareZip } from "~/server/gallery/prepare-zip";
import { restorePictures } from "~/server/gallery/restore-pictures";
import { findShareOf } from "~/server/gallery/share-picture";
import { findPictureOf } from "~/server/generations/queries";
import { makeVariations, upscalePicture } from "~/server/generations/remix-picture";

import { limited, router, userProcedure } from "../trpc";

/** The first page fills a screen; who goes on wants many. */
const FIRST_PAGE = 48;
const PAGE = 160;

const { maxPicturesACall, maxPicturesChosen } = galleryRules;

const Filter = z.object({
  model: z.union([z.uuid(), z.enum([noModel, deletedModels])]).optional(),
  style: z.enum(styleIds).optional(),
  isFavourite: z.literal(true).optional(),
  days: z.literal(dayChoices).optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
});

const ofPicture = z.object({ pictureId: z.uuid() });
const ofPictures = z.object({ pictureIds: z.array(z.uuid()).min(1).max(maxPicturesACall) });

const remix = z.object({ pictureId: z.uuid(), requestId: z.uuid() });

export const picturesRouter = router({
  /**
   * The user's finished pictures that match, newest first, a page at a time; `nextCursor` is null on the last one. The
   * first page says how many there are.
   */
  list: userProcedure.input(Filter.extend({ cursor: z.uuid().optional() })).query(async ({ ctx, input }) => {
    const { cursor, ...filter } = input;
    const owned = { userId: ctx.userId, filter };
    const size = cursor === undefined ? FIRST_PAGE : PAGE;
    const [rows, total] = await Promise.all([
      listPicturesOf(ctx.db, { ...owned, before: cursor, limit: size + 1 }),
      cursor === undefined ? countPicturesOf(ctx.db, owned) : null,
    ]);
    const pictures = rows.slice(0, size);
    return { pictures, total, nextCursor: rows.length > size ? (pictures.at(-1)?.id ?? null) : null };
  }),

  /** One of the user's pictures with the settings it was made with, and its share link. */
  byId: userProcedure.input(ofPicture).query(async ({ ctx, input }) => {
    const owned = { userId: ctx.userId, ...input };
    const [picture, share] = await Promise.all([findPictureOf(ctx.db, owned), findShareOf(ctx.db, owned)]);
    if (!picture) throw new Failure("NOT_FOUND", "This picture does not exist. It may have been deleted.");
    return { ...picture, share };
  }),

  favour: userProcedure
    .input(ofPictures.extend({ isFavourite: z.boolean() }))
    .mutation(({ ctx, input }) => favourPictures(ctx.db, { userId: ctx.userId, ...input })),

  /** Hides pictures; `restore` brings them back for a while. */
  delete: userProcedure
    .input(ofPictures)
    .mutation(({ ctx, input }) => deletePictures(ctx.db, { userId: ctx.userId, ...input })),

  restore: userProcedure
    .input(ofPictures)
    .mutation(({ ctx, input }) => restorePictures(ctx.db, { userId: ctx.userId, ...input })),

  /** Prepares a ZIP of the chosen pictures, or of all that match a filter; it is downloaded from `/api/zip/ID`. */
  zip: userProcedure
    .input(
      z.union([
        z.object({ pictureIds: z.array(z.uuid()).min(1).max(maxPicturesChosen) }),
        z.object({ filter: Filter }),
      ]),
    )
    .use(limited("zip"))
    .mutation(({ ctx, input }) => prepareZip(ctx.db, { userId: ctx.userId, ...input })),

  /** Queues pictures with the settings of one, but for their seeds. */
  vary: userProcedure
    .input(remix.extend({ count: z.int().min(1).max(generationRules.maxPictures) }))
    .use(limited("generate"))
    .mutation(({ ctx, input }) => makeVariations(ctx.db, { userId: ctx.userId, ...input })),

  /** Queues a picture again, in the largest size. */
  upscale: userProcedure
    .input(remix)
    .use(limited("generate"))
    .mutation(({ ctx, input }) => upscalePicture(ctx.db, { userId: ctx.userId, ...input })),
});
