"use client";

import { useEffect, useMemo } from "react";
import { useShallow } from "zustand/shallow";

import { arrangePhotos } from "./arrange-photos";
import type { PhotoSet } from "./arrange-photos";
import type { ListedPhoto } from "./listed-photo";
import { noteListed } from "./note-listed";
import { useUploads } from "./uploads-store";
import type { Upload } from "./uploads-store";

/**
 * A model's photos with what this tab is uploading to it.
 *
 * @param onArrival called after a photo has reached the server, to list the model's photos again
 */
export function usePhotoSet(
  modelId: string,
  photos: readonly ListedPhoto[],
  onArrival: () => Promise<unknown>,
): { set: PhotoSet; uploads: Upload[] } {
  const uploads = useUploads(
    useShallow((state) => state.uploads.filter((upload) => upload.modelId === modelId)),
  );
  const set = useMemo(() => arrangePhotos(photos, uploads), [photos, uploads]);

  // One that failed may have arrived, with only its answer lost.
  const arrivals = uploads.filter(
    ({ state, isListed }) => state === "failed" || (state === "uploaded" && !isListed),
  ).length;
  useEffect(() => {
    if (arrivals > 0) void onArrival();
  }, [arrivals, onArrival]);

  useEffect(() => {
    noteListed(modelId, photos);
  }, [modelId, photos]);

  useEffect(() => {
    if (set.moving === 0) return undefined;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => {
      window.removeEventListener("beforeunload", ask);
    };
  }, [set.moving]);

  return { set, uploads };
}
