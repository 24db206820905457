"use client";

import { useEffect, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let hasArrived = false;

/** Stands in a page: once React has taken the page over, what surrounds it may ask for data. */
export function Arrival() {
  useEffect(() => {
    hasArrived = true;
    for (const listener of listeners) listener();
  }, []);
  return null;
}

/**
 * Whether this tab's first page has been taken over.
 *
 * A page streams into its shell and is taken over after it. A query that the shell asks before that would stand in the
 * cache without data when the page is compared with what the server sent, and would be asked twice.
 */
export function useArrival(): boolean {
  return useSyncExternalStore(
    listen,
    () => hasArrived,
    () => false,
  );
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
