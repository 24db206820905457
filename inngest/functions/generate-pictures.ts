import { StepError } from "inngest";

import { sharedDb } from "~/kysely/shared";
import { makePicture } from "~/server/generations/make-picture";
import { beginGeneration, finishGeneration } from "~/server/generations/move-generation";
import { giveUpPicture } from "~/server/generations/settle-picture";

import { inngest } from "../client";
import { generationRequested } from "../events";
import { reasonOf } from "../reason-of";
import { settle } from "../settle";

const surprise = "Something went wrong on our side.";

/** Makes the pictures of one press, each in its own step: one that fails leaves its siblings standing. */
export const generatePictures = inngest.createFunction(
  {
    id: "generate-pictures",
    triggers: [generationRequested],
    concurrency: [{ key: "event.data.userId", limit: 4 }, { limit: 20 }],
    priority: { run: "event.data.headStartSeconds" },
    retries: 4,
    onFailure: async ({ event, step }) => {
      const { generationId, pictureIds } = generationRequested.schema.parse(event.data.event.data);
      for (const id of pictureIds) {
        await step.run(`give-up-${id}`, () => giveUp(id, surprise));
      }
      await step.run("finish", () => finishGeneration(sharedDb(), { generationId }));
    },
  },
  async ({ event, step }) => {
    const { generationId, pictureIds } = event.data;

    await step.run("begin", () => beginGeneration(sharedDb(), { generationId }));
    await Promise.all(
      pictureIds.map(async (pictureId) => {
        try {
          await step.run(`make-${pictureId}`, () =>
            settle(makePicture(sharedDb(), { pictureId }).then((status) => status ?? "gone")),
          );
        } catch (error) {
          if (!(error instanceof StepError)) throw error;
          await step.run(`give-up-${pictureId}`, () => giveUp(pictureId, reasonOf(error, surprise)));
        }
      }),
    );
    await step.run("finish", () => finishGeneration(sharedDb(), { generationId }));
    return { generationId };
  },
);

async function giveUp(id: string, reason: string): Promise<void> {
  await giveUpPicture(sharedDb(), { id, status: "failed", reason });
}
