"use client";

import { useCallback } from "react";

import { trpc } from "~/trpc/react";

import { markFavourites, markGone } from "./gallery-store";
import { inTurns } from "./in-turns";
import { sayFailure } from "./say-failure";

/** Marks pictures as favourites or no longer: shown at once, and as before when it could not be saved. */
export function useFavourPictures() {
  const { mutateAsync } = trpc.pictures.favour.useMutation({ networkMode: "always" });
  return useCallback(
    async (pictureIds: string[], isFavourite: boolean) => {
      if (pictureIds.length === 0) return;
      const takeBack = markFavourites(pictureIds, isFavourite);
      try {
        await inTurns(pictureIds, (ids) => mutateAsync({ pictureIds: ids, isFavourite }));
      } catch (error) {
        takeBack();
        // Deleted in another tab: it has no place here either.
        const isGone = error instanceof Error && "data" in error && isNotFound(error.data);
        if (isGone && pictureIds.length === 1) markGone(pictureIds, true);
        sayFailure("This could not be saved", error);
      }
    },
    [mutateAsync],
  );
}

function isNotFound(data: unknown): boolean {
  return typeof data === "object" && data !== null && "failure" in data && data.failure === "NOT_FOUND";
}
