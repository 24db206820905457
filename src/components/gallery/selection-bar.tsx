"use client";

import { Columns3, Download, Heart, Trash2, X } from "lucide-react";
import type { ReactNode } from "react";

import { galleryRules } from "~/catalog/gallery-rules";
import { Button } from "~/components/ui/button";

import { endSelecting, selectAll, useGalleryStore } from "./gallery-store";
import { openPanel } from "./panel-store";
import { useDeletePictures } from "./use-delete-pictures";
import { useFavourPictures } from "./use-favour-pictures";
import { canCompare, DELETED_UNASKED } from "./use-gallery-keys";
import type { GalleryPicture } from "./use-pictures";

/** What can be done with the chosen pictures; above the tab bar on phones. */
export function SelectionBar({ pictures }: { pictures: GalleryPicture[] }) {
  const selected = useGalleryStore((state) => state.selected);
  const favourites = useGalleryStore((state) => state.favourites);
  const favour = useFavourPictures();
  const remove = useDeletePictures();
  const ids = [...selected];
  const count = ids.length;
  const isFull = count >= galleryRules.maxPicturesChosen;
  const known = new Map(pictures.map((picture) => [picture.id, picture.isFavourite]));
  const areFavourites = count > 0 && ids.every((id) => favourites.get(id) ?? known.get(id) ?? false);

  return (
    <div
      role="toolbar"
      aria-label="Selected pictures"
      className="fixed inset-x-0 bottom-[calc(4rem+env(safe-area-inset-bottom))] z-40 mx-auto flex w-fit max-w-[calc(100vw-1rem)] animate-in items-center gap-1 rounded-2xl border bg-popover p-1.5 text-popover-foreground shadow-float duration-200 fade-in-0 slide-in-from-bottom-4 max-md:mb-2 md:bottom-6"
    >
      <p role="status" className="px-2.5 text-sm font-medium whitespace-nowrap tabular-nums">
        {count === 0 ? <span className="text-muted-foreground">Select pictures</span> : `${count} selected`}
        {isFull && <span className="block text-xs text-muted-foreground">the most at once</span>}
      </p>
      {count < pictures.length && !isFull && (
        <Button
          variant="ghost"
          size="sm"
          className="max-sm:hidden"
          onClick={() => selectAll(pictures.map((picture) => picture.id))}
        >
          All shown
        </Button>
      )}
      <Action
        label={areFavourites ? "No longer favourites" : "Favourite"}
        isOff={count === 0}
        onPress={() => void favour(ids, !areFavourites)}
      >
        <Heart aria-hidden className={areFavourites ? "fill-current" : undefined} />
      </Action>
      <Action label="Compare" isOff={!canCompare(count)} onPress={() => openPanel({ kind: "compare", ids })}>
        <Columns3 aria-hidden />
      </Action>
      <Action
        label="Download"
        isOff={count === 0}
        onPress={() => openPanel({ kind: "zip", wish: { pictureIds: ids }, total: count })}
      >
        <Download aria-hidden />
      </Action>
      <Action
        label="Delete"
        isOff={count === 0}
        onPress={() => {
          if (count > DELETED_UNASKED) {
            openPanel({ kind: "delete", ids });
            return;
          }
          endSelecting();
          void remove(ids);
        }}
      >
        <Trash2 aria-hidden className="text-danger" />
      </Action>
      <Button variant="ghost" size="icon" aria-label="Done selecting" onClick={endSelecting}>
        <X aria-hidden />
      </Button>
    </div>
  );
}

/** A picture of what it does, and its name where there is room. */
function Action(props: { label: string; isOff: boolean; onPress: () => void; children: ReactNode }) {
  const { label, isOff, onPress, children } = props;
  return (
    <Button
      variant="ghost"
      size="sm"
      className="max-lg:size-11 max-lg:px-0 lg:h-10"
      disabled={isOff}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      {children}
      <span aria-hidden className="hidden lg:inline">
        {label}
      </span>
    </Button>
  );
}
