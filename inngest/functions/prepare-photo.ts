import { sharedDb } from "~/kysely/shared";
import { preparePhoto } from "~/server/photos/prepare-photo";

import { inngest } from "../client";
import { photoAttached } from "../events";
import { settle } from "../settle";

/** Checks and prepares each photo as it arrives, so that its owner hears of a bad one while choosing. */
export const preparePhotoFunction = inngest.createFunction(
  {
    id: "prepare-photo",
    triggers: [photoAttached],
    concurrency: [{ key: "event.data.userId", limit: 3 }, { limit: 10 }],
    retries: 5,
  },
  async ({ event, step }) => {
    const { photoId } = event.data;
    return step.run("prepare", () =>
      settle(preparePhoto(sharedDb(), { photoId }).then((status) => status ?? "gone")),
    );
  },
);
