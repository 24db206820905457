import { galleryRules } from "~/catalog/gallery-rules";
import { sharedDb } from "~/kysely/shared";
import { purgePictures as purge } from "~/server/gallery/purge-pictures";

import { inngest } from "../client";
import { picturesDeleted } from "../events";
import { settle } from "../settle";

/** Drops deleted pictures for good once the time to undo has passed. */
export const purgePictures = inngest.createFunction(
  { id: "purge-pictures", triggers: [picturesDeleted], concurrency: 2, retries: 5 },
  async ({ step }) => {
    await step.sleep("time-to-undo", `${galleryRules.keptSeconds + 1}s`);
    return { purged: await step.run("purge", () => settle(purge(sharedDb()))) };
  },
);
