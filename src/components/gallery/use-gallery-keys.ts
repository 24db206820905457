"use client";

import { useEffect, useRef } from "react";

import { galleryRules } from "~/catalog/gallery-rules";

import { focusTile } from "./focus-tile";
import { endSelecting, useGalleryStore } from "./gallery-store";
import { openPanel } from "./panel-store";
import { isTyping, useShortcutsOn } from "./shortcuts";
import { undoLastDeletion, useDeletePictures } from "./use-delete-pictures";
import { useFavourPictures } from "./use-favour-pictures";
import type { GalleryPicture } from "./use-pictures";

/** More than this at once is asked about first, though it can be undone. */
export const DELETED_UNASKED = 10;

/** What letters do to the chosen pictures, or to the one that is active: f, d, c, z; Escape and ?. */
export function useGalleryKeys(gallery: { pictures: GalleryPicture[]; isOpen: boolean }): void {
  const areOn = useShortcutsOn();
  const favour = useFavourPictures();
  const remove = useDeletePictures();
  const latest = useRef(gallery);
  useEffect(() => {
    latest.current = gallery;
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || latest.current.isOpen) return;
      const { selected, activeId, isSelecting, favourites } = useGalleryStore.getState();
      if (event.key === "Escape" && isSelecting) return endSelecting();
      if (!areOn) return;
      const { pictures } = latest.current;
      const isShown = (id: string) => pictures.some((picture) => picture.id === id);
      const ids =
        selected.size > 0 ? [...selected] : activeId !== null && isShown(activeId) ? [activeId] : [];
      switch (event.key) {
        case "?":
          return openPanel({ kind: "shortcuts" });
        case "z":
          return undoLastDeletion();
        case "c":
          if (canCompare(selected.size)) openPanel({ kind: "compare", ids: [...selected] });
          return;
        case "f": {
          if (ids.length === 0) return;
          const isFavourite = (id: string) =>
            favourites.get(id) ?? pictures.find((picture) => picture.id === id)?.isFavourite ?? false;
          return void favour(ids, !ids.every(isFavourite));
        }
        case "d":
          if (ids.length > DELETED_UNASKED) return openPanel({ kind: "delete", ids });
          if (selected.size > 0) endSelecting();
          else focusNeighbour(pictures, activeId);
          return void remove(ids);
      }
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [areOn, favour, remove]);
}

/** Whether so many pictures can be laid side by side. */
export function canCompare(count: number): boolean {
  return count >= galleryRules.minCompared && count <= galleryRules.maxCompared;
}

function focusNeighbour(pictures: GalleryPicture[], id: string | null): void {
  const index = pictures.findIndex((picture) => picture.id === id);
  const next = pictures[index + 1] ?? pictures[index - 1];
  if (index >= 0 && next) focusTile(next.id);
}
