"use client";

import type { Virtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";

import { focusTile } from "./focus-tile";
import { selectRange, toggleSelected, useGalleryStore } from "./gallery-store";
import { isTyping, useShortcutsOn } from "./shortcuts";

interface Grid {
  ids: readonly string[];
  columns: number;
  virtualizer: Virtualizer<Window, Element>;
  onOpen: (id: string) => void;
}

/** Goes through the grid by keys: j and k, the arrows, Home and End; Space chooses, Enter opens. */
export function useGridKeys(grid: Grid): void {
  const areOn = useShortcutsOn();
  const latest = useRef(grid);
  useEffect(() => {
    latest.current = grid;
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      const { activeId } = useGalleryStore.getState();
      const { ids } = latest.current;
      if (event.key === " " && activeId !== null && isOnTile(event.target)) {
        event.preventDefault();
        if (event.shiftKey) selectRange(ids, activeId);
        else toggleSelected(activeId);
        return;
      }
      if (event.key.length === 1 && !areOn) return;
      const index = activeId === null ? -1 : ids.indexOf(activeId);
      const next = findNext(event.key, index, latest.current);
      const id = next === undefined ? undefined : ids[next];
      if (next === undefined || id === undefined) return;
      event.preventDefault();
      latest.current.virtualizer.scrollToIndex(next, { align: "auto" });
      focusTile(id);
    };
    // Firefox presses a button as Space comes up, whatever became of its way down.
    const holdBack = (event: KeyboardEvent) => {
      if (event.key === " " && isOnTile(event.target)) event.preventDefault();
    };
    window.addEventListener("keydown", listen);
    window.addEventListener("keyup", holdBack);
    return () => {
      window.removeEventListener("keydown", listen);
      window.removeEventListener("keyup", holdBack);
    };
  }, [areOn]);
}

function findNext(key: string, index: number, grid: Grid): number | undefined {
  const last = grid.ids.length - 1;
  const step = (by: number) => Math.min(last, Math.max(0, index + by));
  switch (key) {
    case "j":
    case "ArrowRight":
      return step(1);
    case "k":
    case "ArrowLeft":
      return index < 0 ? 0 : step(-1);
    case "ArrowDown":
      return index < 0 ? 0 : findInColumn(index, 1, grid);
    case "ArrowUp":
      return index < 0 ? 0 : findInColumn(index, -1, grid);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}

/** The next picture of the same column, or the nearest there is. */
function findInColumn(index: number, by: 1 | -1, { virtualizer, ids }: Grid): number {
  const { measurementsCache } = virtualizer;
  const lane = measurementsCache[index]?.lane;
  for (let at = index + by; at >= 0 && at < ids.length; at += by) {
    if (measurementsCache[at]?.lane === lane) return at;
  }
  return index;
}

function isOnTile(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("[data-picture] > button:first-child");
}
