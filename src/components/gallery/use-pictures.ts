"use client";

import { useMemo } from "react";

import type { PictureFilter } from "~/catalog/gallery-rules";
import { trpc } from "~/trpc/react";
import type { ApiOutputs } from "~/trpc/react";

import { useGalleryStore } from "./gallery-store";

export type GalleryPicture = ApiOutputs["pictures"]["list"]["pictures"][number];

/** Asking again asks for every page that is loaded, one after another: only worth it for a few. */
const PAGES_WORTH_ASKING_AGAIN = 2;
const isSmall = ({ state }: { state: { data: { pages: unknown[] } | undefined } }) =>
  (state.data?.pages.length ?? 0) <= PAGES_WORTH_ASKING_AGAIN;

/** The pictures that match, page after page, newest first, without those that were deleted here. */
export function usePictures(filter: PictureFilter) {
  const query = trpc.pictures.list.useInfiniteQuery(filter, {
    getNextPageParam: (page) => page.nextCursor,
    refetchOnMount: isSmall,
    refetchOnWindowFocus: isSmall,
    refetchOnReconnect: isSmall,
    // It would compare ten thousand pictures with themselves at every page.
    structuralSharing: false,
  });
  const gone = useGalleryStore((state) => state.gone);
  const { data } = query;
  const pictures = useMemo(
    () => data?.pages.flatMap((page) => page.pictures).filter((picture) => !gone.has(picture.id)),
    [data, gone],
  );
  const known = useMemo(() => {
    const listed = data?.pages.reduce((sum, page) => sum + page.pictures.length, 0) ?? 0;
    return listed - (pictures?.length ?? 0);
  }, [data, pictures]);
  const total = data?.pages[0]?.total ?? null;
  return { ...query, pictures, total: total === null ? null : Math.max(0, total - known) };
}
