"use client";

import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from "react";

import { useGalleryStore } from "./gallery-store";
import { PictureTile } from "./picture-tile";
import { watchPace } from "./scroll-pace";
import { useColumnLayout } from "./use-column-layout";
import { useFavourPictures } from "./use-favour-pictures";
import { useGridKeys } from "./use-grid-keys";
import type { GalleryPicture } from "./use-pictures";

/** Pictures that are kept above and below what is seen. */
const OVERSCAN = 12;
/** Pictures before the end at which more are asked for. */
const NEAR_END = 40;

interface PictureGridProps {
  pictures: GalleryPicture[];
  onOpen: (id: string) => void;
  /** The end comes near. */
  onEndNear: () => void;
}

/**
 * Pictures in columns, each in its own shape, so that nothing is cropped and nothing jumps. Of thousands only those near
 * the screen exist; the one that keys act on always does, so that focus stays.
 */
export function PictureGrid({ pictures, onOpen, onEndNear }: PictureGridProps) {
  const list = useRef<HTMLUListElement>(null);
  const layout = useColumnLayout(list);
  const columns = layout?.columns ?? 2;
  const widthPx = layout?.widthPx ?? 170;
  const ids = useMemo(() => pictures.map((picture) => picture.id), [pictures]);
  const activeId = useGalleryStore((state) => state.activeId);
  const activeIndex = activeId === null ? -1 : ids.indexOf(activeId);

  const virtualizer = useWindowVirtualizer({
    count: layout ? pictures.length : 0,
    lanes: columns,
    gap: layout?.gapPx ?? 8,
    overscan: OVERSCAN,
    scrollMargin: layout?.topPx ?? 0,
    // Under the header, and above the bar of what is selected.
    scrollPaddingStart: 88,
    scrollPaddingEnd: 104,
    useFlushSync: false,
    estimateSize: (index) => heightOf(pictures[index], widthPx),
    getItemKey: (index) => ids[index] ?? index,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const shown = defaultRangeExtractor(range);
        if (activeIndex < 0 || shown.includes(activeIndex)) return shown;
        return [...shown, activeIndex].toSorted((a, b) => a - b);
      },
      [activeIndex],
    ),
  });

  // Sizes are known ahead, so only a change of shape or a picture that goes makes it count anew.
  const gone = useGalleryStore((state) => state.gone);
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, columns, widthPx, gone]);

  useEffect(watchPace, []);
  const favour = useFavourPictures();
  const listed = useRef<readonly string[]>(ids);
  useLayoutEffect(() => {
    listed.current = ids;
  }, [ids]);

  useGridKeys({ ids, columns, virtualizer, onOpen });

  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? -1;
  const isEndNear = layout !== null && lastShown >= pictures.length - 1 - NEAR_END;
  useEffect(() => {
    if (isEndNear) onEndNear();
  }, [isEndNear, onEndNear, pictures.length]);

  return (
    <ul
      ref={list}
      aria-label="Pictures"
      className="relative"
      style={{ height: virtualizer.getTotalSize() }}
      data-columns={columns}
    >
      {items.map(({ index, lane, start, size }) => {
        const picture = pictures[index];
        if (!picture) return null;
        return (
          <PictureTile
            key={picture.id}
            picture={picture}
            listed={listed}
            position={index}
            isTabStop={activeIndex < 0 ? index === 0 : index === activeIndex}
            left={lane * (widthPx + (layout?.gapPx ?? 8))}
            top={start - (layout?.topPx ?? 0)}
            width={widthPx}
            height={size}
            onOpen={onOpen}
            onFavour={favour}
          />
        );
      })}
    </ul>
  );
}

function heightOf(picture: GalleryPicture | undefined, widthPx: number): number {
  return Math.round((widthPx * (picture?.heightPx ?? 1)) / (picture?.widthPx ?? 1));
}
