"use client";

import { type ReactNode, useSyncExternalStore } from "react";

/**
 * Shows `fallback` until React has taken over the page, then its children.
 *
 * For Clerk's components: their script may be ready before React is, and what they then render is not what the server sent.
 */
export function AfterHydration({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  const isHydrated = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  return isHydrated ? children : fallback;
}

function neverChanges(): () => void {
  return () => undefined;
}
