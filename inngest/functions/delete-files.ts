import { sharedDb } from "~/kysely/shared";
import { deleteDroppedFiles } from "~/server/privacy/delete-dropped-files";

import { inngest } from "../client";
import { filesDropped } from "../events";
import { settle } from "../settle";

/** Deletes files from storage after their rows are gone, until storage confirms. */
export const deleteFiles = inngest.createFunction(
  { id: "delete-files", triggers: [filesDropped], concurrency: 5, retries: 10 },
  async ({ event, step }) => {
    const { deletionId } = event.data;
    await step.run("delete", () => settle(deleteDroppedFiles(sharedDb(), { deletionIds: [deletionId] })));
  },
);
