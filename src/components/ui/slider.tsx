"use client";

import { useLoadedLater } from "../use-loaded";
import type { SliderProps } from "./slider-track";

const loadTrack = () => import("./slider-track");

/** One number between two bounds. Its place is kept while it loads, with the first one on a page. */
export function Slider(props: SliderProps) {
  const loaded = useLoadedLater(loadTrack);
  return loaded ? <loaded.SliderTrack {...props} /> : <div className="h-11 sm:h-6" />;
}
