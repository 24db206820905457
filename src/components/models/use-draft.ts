"use client";

import { trpc } from "~/trpc/react";

/** The draft with its photos, asked again every second while the server still checks one of them. */
export function useDraft() {
  return trpc.models.draft.useQuery(undefined, {
    // The draft may have grown on another device.
    refetchOnMount: "always",
    refetchInterval: ({ state }) =>
      state.data?.photos.some((photo) => photo.status === "uploaded") === true ? 1000 : false,
  });
}
