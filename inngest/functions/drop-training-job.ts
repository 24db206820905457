import { cancelTrainingJob } from "~/server/models/check-training";

import { inngest } from "../client";
import { modelCancelled } from "../events";
import { settle } from "../settle";

/** Tells the trainer that a job is no longer wanted. */
export const dropTrainingJob = inngest.createFunction(
  { id: "drop-training-job", triggers: [modelCancelled], retries: 5 },
  async ({ event, step }) => {
    const { jobId } = event.data;
    if (jobId === null) return;
    await step.run("cancel", () => settle(cancelTrainingJob(jobId)));
  },
);
