import * as z from "zod";

import { aspectIds } from "~/catalog/aspects";
import { fluxModelIds } from "~/catalog/flux-models";
import { generationRules } from "~/catalog/generation-rules";
import { packIds } from "~/catalog/pack-names";
import { styleIds } from "~/catalog/styles";
import { cancelPress } from "~/server/generations/cancel-waiting";
import { createGeneration } from "~/server/generations/create-generation";
import { listPromptHistory } from "~/server/generations/list-prompt-history";
import { listQueueOf } from "~/server/generations/list-queue";
import { listGenerationsOf } from "~/server/generations/queries";
import { reorderQueue } from "~/server/generations/reorder-queue";
import { runPack } from "~/server/generations/run-pack";
import { ensureUser } from "~/server/users/ensure-user";

import { limited, router, userProcedure } from "../trpc";

const { maxPictures, maxPicturesPerPress, maxPromptLength, maxQueued, maxSeed } = generationRules;

const Prompt = z
  .string()
  .trim()
  .min(1, "Write what the picture should show.")
  .max(maxPromptLength, `A prompt has at most ${maxPromptLength} characters.`);

const Words = z.string().trim().max(maxPromptLength, `This has at most ${maxPromptLength} characters.`);
const Count = z.int().min(1).max(maxPictures);

/** Presses, of which a pack or choices make many generations. */
const RECENT = 8;
const HISTORY = 40;

const press = z.object({
  requestId: z.uuid(),
  modelId: z.uuid().nullable(),
  fluxModel: z.enum(fluxModelIds),
  count: Count,
});

const ofPress = z.object({ requestId: z.uuid() });

export const generationsRouter = router({
  /** The generations of the user's latest presses with their pictures, newest first. */
  recent: userProcedure.query(({ ctx }) =>
    listGenerationsOf(ctx.db, { userId: ctx.userId, presses: RECENT }),
  ),

  /** The user's presses of which something waits, in the order in which they are worked off. */
  queue: userProcedure.query(({ ctx }) => listQueueOf(ctx.db, ctx.userId)),

  /** What the user has typed lately, newest first. */
  history: userProcedure.query(({ ctx }) =>
    listPromptHistory(ctx.db, { userId: ctx.userId, limit: HISTORY }),
  ),

  create: userProcedure
    .input(
      press.extend({
        prompt: Prompt,
        /** What the prompt's variables stand for. */
        values: z
          .record(z.string().max(maxPromptLength), Words)
          .refine((values) => Object.keys(values).length <= maxPicturesPerPress, "These are too many values.")
          .default({}),
        negativePrompt: Words.nullable()
          .default(null)
          .transform((words) => (words === "" ? null : words)),
        style: z.enum(styleIds),
        aspect: z.enum(aspectIds),
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
    .use(limited("generate"))
    .mutation(async ({ ctx, input }) => {
      await ensureUser(ctx.db, { id: ctx.userId });
      return createGeneration(ctx.db, { userId: ctx.userId, ...input });
    }),

  /** Queues a whole pack. */
  runPack: userProcedure
    .input(press.extend({ pack: z.enum(packIds) }))
    .use(limited("generate"))
    .mutation(async ({ ctx, input }) => {
      await ensureUser(ctx.db, { id: ctx.userId });
      return runPack(ctx.db, { userId: ctx.userId, ...input });
    }),

  /** Cancels what has not started of a press. */
  cancel: userProcedure
    .input(ofPress)
    .mutation(({ ctx, input }) => cancelPress(ctx.db, { userId: ctx.userId, ...input })),

  /** Puts the user's waiting presses into an order. */
  reorder: userProcedure
    .input(z.object({ requestIds: z.array(z.uuid()).min(1).max(maxQueued) }))
    .mutation(({ ctx, input }) => reorderQueue(ctx.db, { userId: ctx.userId, ...input })),
});
