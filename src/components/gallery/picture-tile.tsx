"use client";

import { Check, Heart } from "lucide-react";
import { memo, useEffect, useState } from "react";
import type { RefObject } from "react";

import { PictureFrame } from "~/components/ui/picture-frame";

import { cn } from "../cn";
import { activate, selectRange, toggleSelected, useGalleryStore } from "./gallery-store";
import { isFlinging } from "./scroll-pace";
import type { useFavourPictures } from "./use-favour-pictures";
import { useLongPress } from "./use-long-press";
import type { GalleryPicture } from "./use-pictures";

/** Pictures that fly past are not asked for: nobody sees them, and they would hold up those at which the hand stops. */
const SETTLED_MS = 90;
/** The first screen's are asked for at once. */
const FIRST_SCREEN = 12;

interface PictureTileProps {
  picture: GalleryPicture;
  /** All that are listed, in order, for ranges: held, so that a page more draws no tile anew. */
  listed: RefObject<readonly string[]>;
  position: number;
  isTabStop: boolean;
  /** Where it is in the list, px. */
  left: number;
  top: number;
  width: number;
  height: number;
  onOpen: (id: string) => void;
  onFavour: ReturnType<typeof useFavourPictures>;
}

/** A picture of the gallery: press to open, or to choose while choosing. */
export const PictureTile = memo(function PictureTile(props: PictureTileProps) {
  const { picture, listed, position, isTabStop, left, top, width, height, onOpen, onFavour } = props;
  const { id, prompt, widthPx, heightPx } = picture;
  const isSelecting = useGalleryStore((state) => state.isSelecting);
  const isSelected = useGalleryStore((state) => state.selected.has(id));
  const isFavourite = useGalleryStore((state) => state.favourites.get(id) ?? picture.isFavourite);
  const isSettled = useSettled(position < FIRST_SCREEN);
  const { wasLong, ...longPress } = useLongPress(() => toggleSelected(id));
  const tabIndex = isTabStop ? 0 : -1;

  return (
    <li
      data-picture={id}
      className="group absolute top-0 left-0 [contain:strict]"
      style={{ width, height, transform: `translate(${left}px, ${top}px)` }}
    >
      <button
        type="button"
        tabIndex={tabIndex}
        aria-label={`${isSelecting ? "Select" : "Open"}: ${prompt}`}
        aria-pressed={isSelecting ? isSelected : undefined}
        className="block size-full touch-manipulation rounded-xl outline-none select-none [-webkit-touch-callout:none] focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring"
        onFocus={() => activate(id)}
        onClick={(event) => {
          if (wasLong()) return;
          if (event.shiftKey) selectRange(listed.current, id);
          else if (isSelecting || event.ctrlKey || event.metaKey) toggleSelected(id);
          else onOpen(id);
        }}
        {...longPress}
      >
        <PictureFrame
          src={isSettled ? `/api/files/picture/${id}?as=thumbnail` : undefined}
          alt=""
          aspect={`${widthPx ?? 1} / ${heightPx ?? 1}`}
          eager
          still
          className={cn("size-full transition-[scale] duration-150", isSelected && "scale-[0.93]")}
        />
        {isSelected && (
          <span aria-hidden className="absolute inset-0 rounded-xl ring-3 ring-primary ring-inset" />
        )}
      </button>
      <button
        type="button"
        role="checkbox"
        tabIndex={tabIndex}
        aria-checked={isSelected}
        aria-label={`Select: ${prompt}`}
        onClick={(event) => {
          if (event.shiftKey) selectRange(listed.current, id);
          else toggleSelected(id);
        }}
        className={cn(
          "absolute top-2 left-2 grid size-7 place-items-center rounded-full border-2 border-white bg-black/30 text-primary-foreground opacity-0 shadow-sm focus-ring transition-opacity group-hover:opacity-100 focus-visible:opacity-100 [@media(hover:none)]:hidden",
          isSelecting && "opacity-100 [@media(hover:none)]:grid",
          isSelected && "border-primary bg-primary",
        )}
      >
        {isSelected && <Check aria-hidden className="size-4 stroke-3" />}
      </button>
      <button
        type="button"
        tabIndex={tabIndex}
        aria-pressed={isFavourite}
        aria-label={`Favourite: ${prompt}`}
        onClick={() => void onFavour([id], !isFavourite)}
        className={cn(
          "absolute top-1 right-1 grid size-9 place-items-center rounded-full text-white opacity-0 focus-ring [filter:drop-shadow(0_1px_2px_rgb(0_0_0/0.6))] transition-opacity group-hover:opacity-100 focus-visible:opacity-100 [@media(hover:none)]:hidden",
          isFavourite && "opacity-100 [@media(hover:none)]:grid",
        )}
      >
        <Heart aria-hidden className={cn("size-5", isFavourite && "fill-current")} />
      </button>
    </li>
  );
});

/** Whether it has been here long enough to be worth asking for, and does not fly past. */
function useSettled(atOnce: boolean): boolean {
  const [isSettled, setSettled] = useState(atOnce);
  useEffect(() => {
    if (isSettled) return;
    const timer = setInterval(() => {
      if (!isFlinging()) setSettled(true);
    }, SETTLED_MS);
    return () => clearInterval(timer);
  }, [isSettled]);
  return isSettled;
}
