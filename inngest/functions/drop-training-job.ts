import { sharedDb } from "~/kysely/shared";
import { dropTrainingJob } from "~/server/models/drop-training-job";

import { inngest } from "../client";
import { modelCancelled } from "../events";
import { settle } from "../settle";

/** A job that runs cannot be stopped: it is waited for, past the deadline of three hours, and what it wrote is deleted. */
const MAX_TRIES = 200;

/** Tells the trainer that a job is no longer wanted, and leaves nothing of it there. */
export const dropTrainingJobFunction = inngest.createFunction(
  { id: "drop-training-job", triggers: [modelCancelled], retries: 5 },
  async ({ event, step }) => {
    const { jobId } = event.data;
    if (jobId === null) return;
    for (let attempt = 1; attempt <= MAX_TRIES; attempt++) {
      const outcome = await step.run(`drop-${attempt}`, () => settle(dropTrainingJob(sharedDb(), { jobId })));
      if (outcome !== "running") return;
      await step.sleep(`wait-${attempt}`, attempt <= 10 ? "6s" : "60s");
    }
  },
);
