import { auth } from "@clerk/nextjs/server";
import { createUploadthing, UploadThingError } from "uploadthing/server";
import type { FileRouter } from "uploadthing/server";
import * as z from "zod";

import { photoRules } from "~/catalog/photo-rules";
import { sharedDb } from "~/kysely/shared";

import { attachPhoto } from "./attach-photo";
import { DeviceMeasuresInput } from "./device-measures";
import { lockModelForPhotos } from "./queries";

const f = createUploadthing({
  errorFormatter: (error) => ({ message: error.message }),
});

/** Where browsers upload to. A photo is private from its first byte. */
export const uploadRouter = {
  // One a request, because uses are counted by requests: src/catalog/rates.ts.
  photo: f({ image: { maxFileSize: "32MB", maxFileCount: 1, acl: "private" } })
    .input(z.object({ modelId: z.uuid(), measures: DeviceMeasuresInput.nullable() }))
    .middleware(async ({ input, files }) => {
      const { userId } = await auth();
      if (!userId) throw new UploadThingError({ code: "FORBIDDEN", message: "Sign in first." });
      // The provider knows powers of two only; our limit lies below its own.
      if (files.some((file) => file.size > photoRules.maxBytes)) {
        throw new UploadThingError({ code: "TOO_LARGE", message: "A photo has at most 20 MB." });
      }
      if (files.some((file) => file.size === 0)) {
        throw new UploadThingError({ code: "BAD_REQUEST", message: "This file is empty." });
      }
      const model = await lockModelForPhotos(sharedDb(), { userId, modelId: input.modelId });
      if (!model) throw new UploadThingError({ code: "NOT_FOUND", message: "This model takes no photos." });
      if (!model.hasConsent) {
        throw new UploadThingError({
          code: "FORBIDDEN",
          message: "Read what is done with your photos and agree to it first.",
        });
      }
      if (model.photoCount + files.length > photoRules.maxCount) {
        throw new UploadThingError({
          code: "TOO_MANY_FILES",
          message: `A model takes at most ${photoRules.maxCount} photos.`,
        });
      }
      return { userId, modelId: input.modelId, deviceMeasures: input.measures };
    })
    .onUploadComplete(async ({ metadata, file }) => {
      const photoId = await attachPhoto(sharedDb(), {
        ...metadata,
        key: file.key,
        name: file.name,
        bytes: file.size,
      });
      return { photoId: photoId ?? null };
    }),
} satisfies FileRouter;

export type UploadRouter = typeof uploadRouter;
