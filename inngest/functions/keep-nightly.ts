import { cron } from "inngest";

import { sharedDb } from "~/kysely/shared";
import { dropTrainingJob, listLeftJobs } from "~/server/models/drop-training-job";
import { expireDrafts } from "~/server/models/expire-drafts";
import { expirePhotos } from "~/server/photos/expire-photos";
import {
  beginStorageSweep,
  endStorageSweep,
  forgetOldNotes,
  noteStoredFiles,
} from "~/server/privacy/sweep-storage";

import { inngest } from "../client";
import { settle } from "../settle";

/** Nothing is kept longer than was promised: photos, drafts, what the trainer still has, and files that belong to no row. */
export const keepNightly = inngest.createFunction(
  { id: "keep-nightly", triggers: [cron("0 3 * * *")], retries: 5, concurrency: 1 },
  async ({ step }) => {
    let photos = 0;
    // A hundred models a step, until none is left.
    for (let round = 1, gone = 1; gone > 0; round++) {
      gone = await step.run(`photos-${round}`, () => settle(expirePhotos(sharedDb(), "everyone")));
      photos += gone;
    }
    const drafts = await step.run("drafts", () => settle(expireDrafts(sharedDb())));
    for (const jobId of await step.run("left-jobs", () => settle(listLeftJobs(sharedDb())))) {
      await step.run(`job-${jobId}`, () => settle(dropTrainingJob(sharedDb(), { jobId })));
    }

    await step.run("begin-storage", () => settle(beginStorageSweep(sharedDb())));
    for (let page = 0, hasMore = true; hasMore; page++) {
      hasMore = await step.run(`storage-${page}`, () => settle(noteStoredFiles(sharedDb(), { page })));
    }
    const storage = await step.run("end-storage", () => settle(endStorageSweep(sharedDb())));
    await step.run("forget", () => settle(forgetOldNotes(sharedDb())));
    return { photos, drafts, storage };
  },
);
