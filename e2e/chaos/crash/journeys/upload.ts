import { renderedPhotos } from "~/local/photos/rendered-photos";

import type { Journey } from "../journey";
import { makeSitter, readPhoto } from "./make-sitter";

/** Sends two photos for a model. */
export const upload: Journey = {
  name: "upload",
  prepare: async (world) => {
    const { api, modelId } = await makeSitter(world, 0);
    const files = await Promise.all(renderedPhotos.slice(0, 2).map(readPhoto));
    return {
      press: () => api.upload(modelId, files),
      tell: async () => {
        const photos = await world.db
          .selectFrom("photo")
          .select(["status", "refusal"])
          .where("modelId", "=", modelId)
          .execute();
        const ready = photos.filter(({ status }) => status === "ready").length;
        // Sent again, a photo that had arrived is its own copy.
        const isLost = photos.length < 2;
        return {
          outcome: photos.map(({ status, refusal }) => refusal ?? status).join(", "),
          problems: [
            ...(isLost ? [`${photos.length} of 2 photos`] : []),
            ...(ready > 2 ? ["a photo twice"] : []),
          ],
        };
      },
    };
  },
};
