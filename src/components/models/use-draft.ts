"use client";

import { trpc } from "~/trpc/react";

/** The draft with its photos. */
export function useDraft() {
  return trpc.models.draft.useQuery(undefined, {
    // The draft may have grown on another device.
    refetchOnMount: "always",
  });
}
