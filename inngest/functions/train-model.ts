import { sharedDb } from "~/kysely/shared";
import { Failure } from "~/server/errors";
import { beginTraining } from "~/server/models/begin-training";
import { checkTraining } from "~/server/models/check-training";
import { chooseReferences } from "~/server/models/choose-references";
import { failTraining } from "~/server/models/end-training";
import { finishTraining } from "~/server/models/finish-training";
import { dropTrainingJob } from "~/server/models/drop-training-job";
import { packDataset } from "~/server/models/pack-dataset";
import { storeWeights } from "~/server/models/store-weights";
import { submitTraining } from "~/server/models/submit-training";
import { expirePhotos } from "~/server/photos/expire-photos";
import { preparePhoto } from "~/server/photos/prepare-photo";

import { inngest } from "../client";
import { modelCancelled, modelQueued } from "../events";
import { reasonOf } from "../reason-of";
import { asFinal, settle } from "../settle";

/** Every 3 s for a minute, then ever slower: 420 polls reach past the deadline of three hours. */
const MAX_POLLS = 420;

const surprise = "Something went wrong on our side while training. Try again; nothing was charged.";

/** Trains one model: prepare the photos, then choose references, or train a LoRA. Whatever ends it early fails the model with a reason. */
export const trainModel = inngest.createFunction(
  {
    id: "train-model",
    triggers: [modelQueued],
    concurrency: [{ key: "event.data.userId", limit: 3 }, { limit: 20 }],
    retries: 4,
    cancelOn: [
      {
        event: modelCancelled,
        if: "async.data.modelId == event.data.modelId && async.data.attempt == event.data.attempt",
      },
    ],
    onFailure: async ({ event, error, step }) => {
      const { modelId, attempt } = modelQueued.schema.parse(event.data.event.data);
      await step.run("fail", () =>
        failTraining(sharedDb(), { modelId, attempt, reason: reasonOf(error, surprise) }),
      );
    },
  },
  async ({ event, step }) => {
    const { modelId, attempt } = event.data;
    const training = { modelId, attempt };

    const { kind, photoIds } = await step.run("begin", () => settle(beginTraining(sharedDb(), training)));
    await Promise.all(
      photoIds.map((photoId) =>
        step.run(`prepare-${photoId}`, async () => {
          await settle(preparePhoto(sharedDb(), { photoId }));
        }),
      ),
    );
    await step.run("choose-references", () => settle(chooseReferences(sharedDb(), { modelId })));

    let finishedJobId: string | undefined;
    if (kind === "fine-tuned") {
      await step.run("pack-dataset", () => settle(packDataset(sharedDb(), training)));
      const jobId = await step.run("submit", () => settle(submitTraining(sharedDb(), training)));

      let weightsUrl: string | undefined;
      for (let poll = 1; poll <= MAX_POLLS && weightsUrl === undefined; poll++) {
        await step.sleep(`wait-${poll}`, waitBefore(poll));
        const outcome = await step.run(`check-${poll}`, () =>
          settle(checkTraining(sharedDb(), { ...training, jobId })),
        );
        if (outcome.status === "done") weightsUrl = outcome.weightsUrl;
      }
      if (weightsUrl === undefined)
        throw asFinal(new Failure("VENDOR_UNAVAILABLE", "The training took too long and was given up."));
      finishedJobId = jobId;
      const found = weightsUrl;
      await step.run("store-weights", () =>
        settle(storeWeights(sharedDb(), { ...training, weightsUrl: found })),
      );
    }

    await step.run("finish", () => settle(finishTraining(sharedDb(), training)));

    // The model is ready: what follows keeps nothing longer than needed, and the night makes up for it if it fails.
    if (finishedJobId !== undefined) {
      const jobId = finishedJobId;
      await step.run("drop-trainers-copy", () => settle(dropTrainingJob(sharedDb(), { jobId })));
    }
    await step.run("let-photos-go", () => settle(expirePhotos(sharedDb(), { modelId })));
    return { modelId };
  },
);

function waitBefore(poll: number): string {
  if (poll <= 20) return "3s";
  return poll <= 60 ? "10s" : "30s";
}
