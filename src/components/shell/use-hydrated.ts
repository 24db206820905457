"use client";

import { useSyncExternalStore } from "react";

/** Whether React has taken over the page: false on the server and in the rendering that has to match it. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
