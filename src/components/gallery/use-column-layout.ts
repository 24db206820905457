"use client";

import { useLayoutEffect, useState } from "react";
import type { RefObject } from "react";

export interface ColumnLayout {
  columns: number;
  /** Of one column, px. */
  widthPx: number;
  gapPx: number;
  /** Of the list's own top in the page, px. */
  topPx: number;
}

/** How many columns fit a list, and how wide they are; null until it has been measured. */
export function useColumnLayout(list: RefObject<HTMLElement | null>): ColumnLayout | null {
  const [layout, setLayout] = useState<ColumnLayout | null>(null);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => {
      const { width, top } = element.getBoundingClientRect();
      const gapPx = width < 640 ? 8 : 12;
      const columns = width >= 1000 ? 4 : width >= 660 ? 3 : 2;
      const next = {
        columns,
        gapPx,
        widthPx: Math.floor((width - gapPx * (columns - 1)) / columns),
        topPx: Math.round(top + window.scrollY),
      };
      setLayout((before) => (before && isSame(before, next) ? before : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // What is above the list can grow and push it down.
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);

  return layout;
}

function isSame(one: ColumnLayout, other: ColumnLayout): boolean {
  return one.columns === other.columns && one.widthPx === other.widthPx && one.topPx === other.topPx;
}
