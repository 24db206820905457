"use client";

import { useSyncExternalStore } from "react";

/** The time to the second, in milliseconds since the epoch, kept current; null while the page is rendered on the server. */
export function useNow(): number | null {
  return useSyncExternalStore(listenToSeconds, readSecond, () => null);
}

function listenToSeconds(notify: () => void): () => void {
  const timer = setInterval(notify, 1000);
  return () => {
    clearInterval(timer);
  };
}

function readSecond(): number {
  return Math.floor(Date.now() / 1000) * 1000;
}
