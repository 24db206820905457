import * as z from "zod";

import { subjectIds } from "~/catalog/subjects";
import { Failure } from "~/server/errors";
import { deleteModel } from "~/server/models/delete-model";
import { deleteVersion } from "~/server/models/delete-version";
import { cancelTraining } from "~/server/models/end-training";
import { listVersionsOf } from "~/server/models/list-versions";
import { findDraftOf, findModelOf, listModelsOf } from "~/server/models/queries";
import { saveDraft } from "~/server/models/save-draft";
import { startTraining } from "~/server/models/start-training";
import { activateVersion } from "~/server/models/activate-version";
import { listDraftPhotosOf, listPhotosOf } from "~/server/photos/queries";
import { removePhoto } from "~/server/photos/remove-photo";
import { agreeToConsent } from "~/server/users/consent";
import { ensureUser } from "~/server/users/ensure-user";

import { limited, router, userProcedure } from "../trpc";

const ModelName = z
  .string()
  .trim()
  .min(1, "Give your model a name.")
  .max(60, "A name has at most 60 characters.");

const ofModel = z.object({ modelId: z.uuid() });
const ofVersion = z.object({ versionId: z.uuid() });

export const modelsRouter = router({
  /** The user's models, newest first, without their draft. */
  list: userProcedure.query(({ ctx }) => listModelsOf(ctx.db, ctx.userId)),

  /** One of the user's models with its photos and versions. */
  byId: userProcedure.input(ofModel).query(async ({ ctx, input }) => {
    const owned = { userId: ctx.userId, modelId: input.modelId };
    const [model, photos, versions] = await Promise.all([
      findModelOf(ctx.db, owned),
      listPhotosOf(ctx.db, owned),
      listVersionsOf(ctx.db, owned),
    ]);
    if (!model) throw new Failure("NOT_FOUND", "This model does not exist.");
    return { ...model, photos, versions };
  }),

  /** The model the user is setting up, with its photos; null when there is none. */
  draft: userProcedure.query(async ({ ctx }) => {
    const [draft, photos] = await Promise.all([
      findDraftOf(ctx.db, ctx.userId),
      listDraftPhotosOf(ctx.db, ctx.userId),
    ]);
    return draft ? { ...draft, photos } : null;
  }),

  saveDraft: userProcedure
    .input(z.object({ name: ModelName, subject: z.enum(subjectIds) }))
    .mutation(async ({ ctx, input }) => {
      await ensureUser(ctx.db, { id: ctx.userId });
      return saveDraft(ctx.db, { userId: ctx.userId, ...input });
    }),

  removePhoto: userProcedure
    .input(z.object({ photoId: z.uuid() }))
    .mutation(({ ctx, input }) => removePhoto(ctx.db, { userId: ctx.userId, ...input })),

  /** Agrees to what is done with the photos of a model, before the first of them is sent. */
  agree: userProcedure
    .input(ofModel.extend({ consentVersion: z.string().max(40) }))
    .mutation(({ ctx, input }) =>
      agreeToConsent(ctx.db, { userId: ctx.userId, addressHash: ctx.addressHash, ...input }),
    ),

  /** Makes a trained version the one that makes pictures. */
  activateVersion: userProcedure
    .input(ofVersion)
    .mutation(({ ctx, input }) => activateVersion(ctx.db, { userId: ctx.userId, ...input })),

  deleteVersion: userProcedure
    .input(ofVersion)
    .mutation(({ ctx, input }) => deleteVersion(ctx.db, { userId: ctx.userId, ...input })),

  /** Starts the training of the draft, of a model whose training failed or was cancelled, or of a new version. */
  startTraining: userProcedure
    .input(ofModel.extend({ kind: z.enum(["instant", "fine-tuned"]) }))
    .use(limited("train"))
    .mutation(({ ctx, input }) => startTraining(ctx.db, { userId: ctx.userId, ...input })),

  cancelTraining: userProcedure
    .input(ofModel)
    .mutation(({ ctx, input }) => cancelTraining(ctx.db, { userId: ctx.userId, ...input })),

  delete: userProcedure
    .input(ofModel)
    .mutation(({ ctx, input }) => deleteModel(ctx.db, { userId: ctx.userId, ...input })),
});
