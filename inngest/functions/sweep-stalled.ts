import { cron } from "inngest";

import { sharedDb } from "~/kysely/shared";
import { sweepGallery } from "~/server/gallery/sweep-gallery";
import { checkFluxModels } from "~/server/generations/check-flux-models";
import { sweepGenerations } from "~/server/generations/sweep-generations";
import { sweepTrainings } from "~/server/models/sweep-trainings";
import { sweepPhotos } from "~/server/photos/sweep-photos";
import { sweepDeletions } from "~/server/privacy/sweep-deletions";
import { sweepErasures } from "~/server/privacy/sweep-erasures";

import { inngest } from "../client";
import { settle } from "../settle";

/**
 * Starts again what lost its event and ends what is past its deadline, so that nothing stays unfinished. Its first turn in
 * a process, within two minutes of the start, also compares the FLUX models with Together's list.
 */
export const sweepStalled = inngest.createFunction(
  { id: "sweep-stalled", triggers: [cron("*/2 * * * *")], retries: 1, concurrency: 1 },
  async ({ step }) => {
    const trainings = await step.run("trainings", () => settle(sweepTrainings(sharedDb())));
    const generations = await step.run("generations", () => settle(sweepGenerations(sharedDb())));
    const photos = await step.run("photos", () => settle(sweepPhotos(sharedDb())));
    const deletions = await step.run("deletions", () => settle(sweepDeletions(sharedDb())));
    const gallery = await step.run("gallery", () => settle(sweepGallery(sharedDb())));
    const missingFluxModels = await step.run("flux-models", () => settle(checkFluxModels(sharedDb())));
    const erasures = await step.run("erasures", () => settle(sweepErasures(sharedDb())));
    return { trainings, generations, photos, deletions, gallery, missingFluxModels, erasures };
  },
);
