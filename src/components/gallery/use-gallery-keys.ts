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
      const { selected, activeId, isSelecting } = useGalleryStore.getState();
      const { pictures } = latest.current;
      const ids =
        selected.size > 0 ? [...selected] : pictures.flatMap(({ id }) => (id === activeId ? id : []));
      const keys: Record<string, () => void> = {
        "?": () => openPanel({ kind: "shortcuts" }),
        z: undoLastDeletion,
        c: () => canCompare(selected.size) && openPanel({ kind: "compare", ids }),
        f: () => void favour(ids, !ids.every((id) => isFavourite(pictures, id))),
        d: () => {
          if (ids.length > DELETED_UNASKED) {
            openPanel({ kind: "delete", ids });
            return;
          }
          if (selected.size > 0) endSelecting();
          else focusNeighbour(pictures, activeId);
          void remove(ids);
        },
      };
      if (event.key === "Escape" && isSelecting) endSelecting();
      else if (areOn) keys[event.key]?.();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [areOn, favour, remove]);
}

/** Whether so many pictures can be laid side by side. */
export function canCompare(count: number): boolean {
  return count >= galleryRules.minCompared && count <= galleryRules.maxCompared;
}

function isFavourite(pictures: GalleryPicture[], id: string): boolean {
  const changed = useGalleryStore.getState().favourites.get(id);
  return changed ?? pictures.find((picture) => picture.id === id)?.isFavourite ?? false;
}

function focusNeighbour(pictures: GalleryPicture[], id: string | null): void {
  const index = pictures.findIndex((picture) => picture.id === id);
  const next = pictures[index + 1] ?? pictures[index - 1];
  if (index >= 0 && next) focusTile(next.id);
}
