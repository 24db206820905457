import * as z from "zod";

import { aspectIds } from "~/catalog/aspects";
import { fluxModelIds } from "~/catalog/flux-models";
import { generationRules } from "~/catalog/generation-rules";
import { styleIds } from "~/catalog/styles";
import { createGeneration } from "~/server/generations/create-generation";
import { listGenerationsOf } from "~/server/generations/queries";
import { ensureUser } from "~/server/users/ensure-user";

import { router, userProcedure } from "../trpc";

const { maxPictures, maxPromptLength, maxSeed } = generationRules;

const Prompt = z
  .string()
  .trim()
  .min(1, "Write what the picture should show.")
  .max(maxPromptLength, `A prompt has at most ${maxPromptLength} characters.`);

const RECENT = 12;

export const generationsRouter = router({
  /** The user's latest generations with their pictures, newest first. */
  recent: userProcedure.query(({ ctx }) => listGenerationsOf(ctx.db, { userId: ctx.userId, limit: RECENT })),

  create: userProcedure
    .input(
      z.object({
        requestId: z.uuid(),
        modelId: z.uuid().nullable(),
        fluxModel: z.enum(fluxModelIds),
        prompt: Prompt,
        style: z.enum(styleIds),
        aspect: z.enum(aspectIds),
        count: z.int().min(1).max(maxPictures),
        steps: z.int().nullable().default(null),
        guidance: z.number().nullable().default(null),
        seed: z
          .int()
          .min(0, "A seed is 0 or more.")
          .max(maxSeed, `A seed is at most ${maxSeed}.`)
          .nullable()
          .default(null),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await ensureUser(ctx.db, { id: ctx.userId });
      return createGeneration(ctx.db, { userId: ctx.userId, ...input });
    }),
});
