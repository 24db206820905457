import { StepError } from "inngest";

import { sharedDb } from "~/kysely/shared";
import { Failure } from "~/server/errors";
import { confirmTask } from "~/server/privacy/confirm-task";
import { readErasure } from "~/server/privacy/find-erasure";
import { finishErasure } from "~/server/privacy/finish-erasure";

import { inngest } from "../client";
import { erasureRequested } from "../events";
import { asFinal, settle } from "../settle";

/** A training that cannot be stopped ends within three hours: 5 s apart at first, then a minute. */
const MAX_ROUNDS = 240;

/**
 * Has every provider confirm that what it held is gone, each thing in a step of its own, so that one that does not answer
 * holds up none of the others; then signs the receipt. What is given up here is started again by the sweep.
 */
export const erase = inngest.createFunction(
  {
    id: "erase",
    triggers: [erasureRequested],
    singleton: { key: "event.data.erasureId", mode: "skip" },
    concurrency: 10,
    retries: 8,
  },
  async ({ event, step }) => {
    const { erasureId } = event.data;
    for (let round = 1; round <= MAX_ROUNDS; round++) {
      const { isFinished, settlesAt, taskIds } = await step.run(`read-${round}`, () =>
        settle(readErasure(sharedDb(), { erasureId })),
      );
      if (isFinished) return { erasureId, rounds: round };

      let failed = 0;
      await Promise.all(
        taskIds.map(async (taskId) => {
          try {
            await step.run(`confirm-${taskId}-${round}`, () => settle(confirmTask(sharedDb(), { taskId })));
          } catch (error) {
            if (!(error instanceof StepError)) throw error;
            failed += 1;
          }
        }),
      );
      // Not tried again as a whole, which would only remember the failures: the sweep starts it anew.
      if (failed > 0) throw asFinal(new Failure("VENDOR_BUSY", `${failed} things are not confirmed yet.`));

      const settlesIn = Math.ceil((new Date(settlesAt).getTime() - Date.now()) / 1000);
      if (round === 1 && settlesIn > 0) await step.sleep("work-under-way", `${settlesIn}s`);
      if (await step.run(`finish-${round}`, () => settle(finishErasure(sharedDb(), { erasureId })))) {
        return { erasureId, rounds: round };
      }
      await step.sleep(`wait-${round}`, round <= 24 ? "5s" : "60s");
    }
    throw asFinal(new Failure("VENDOR_BUSY", "Not everything is confirmed yet."));
  },
);
