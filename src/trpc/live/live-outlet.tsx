"use client";

import { useLoadedLater } from "~/components/use-loaded";

const loadLive = () => import("./live");

/** Loads what keeps the page live after the page itself. */
export function LiveOutlet() {
  const live = useLoadedLater(loadLive);
  return live && <live.Live />;
}
