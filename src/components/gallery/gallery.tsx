"use client";

import { CheckCheck, Download, Images, Keyboard, SearchX } from "lucide-react";
import Link from "next/link";
import { useCallback, useEffect } from "react";
import { preload } from "react-dom";

import { PageHeader } from "~/components/shell/page-header";
import { useHydrated } from "~/components/shell/use-hydrated";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";

import { FilterBar } from "./filter-bar";
import { isFiltered, noFilter } from "./filter-address";
import { GalleryEnd } from "./gallery-end";
import { GalleryPanels } from "./gallery-panels";
import { GallerySkeleton } from "./gallery-skeleton";
import { beginSelecting, endSelecting, useGalleryStore } from "./gallery-store";
import { PictureGrid } from "./picture-grid";
import { openPanel } from "./panel-store";
import { useGalleryAddress } from "./use-gallery-address";
import { useGalleryKeys } from "./use-gallery-keys";
import { usePictures } from "./use-pictures";

/** Asked for by the page itself, before its script is there. */
const FIRST_PICTURES = 8;

/** Everything ever made, newest first, without end. */
export function Gallery() {
  const { filter, openId, changeFilter, open, close } = useGalleryAddress();
  const query = usePictures(filter);
  const { pictures, total, isError, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = query;
  const isSelecting = useGalleryStore((state) => state.isSelecting);
  const isHydrated = useHydrated();
  useGalleryKeys({ pictures: pictures ?? [], isOpen: openId !== null });

  const goOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);

  // What is chosen belongs to what is shown.
  const search = JSON.stringify(filter);
  useEffect(() => endSelecting, [search]);

  if (!isHydrated) {
    for (const { id } of pictures?.slice(0, FIRST_PICTURES) ?? []) {
      preload(`/api/files/picture/${id}?as=thumbnail`, { as: "image" });
    }
  }
  const hasPictures = pictures !== undefined && pictures.length > 0;
  const isEmpty = pictures?.length === 0 && !hasNextPage;

  return (
    <>
      <PageHeader
        title="Gallery"
        className="mb-4 sm:mb-6"
        description={total === null || isEmpty ? undefined : <Count total={total} />}
        actions={
          <>
            {hasPictures && (
              <>
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label="Keyboard shortcuts"
                  className="[@media(hover:none)]:hidden"
                  onClick={() => openPanel({ kind: "shortcuts" })}
                >
                  <Keyboard aria-hidden />
                </Button>
                <Button
                  variant="secondary"
                  onClick={() =>
                    openPanel({ kind: "zip", wish: { filter }, total: total ?? pictures.length })
                  }
                >
                  <Download aria-hidden /> {isFiltered(filter) ? "Download these" : "Download all"}
                </Button>
                <Button
                  variant="secondary"
                  aria-pressed={isSelecting}
                  onClick={isSelecting ? endSelecting : beginSelecting}
                >
                  <CheckCheck aria-hidden /> Select
                </Button>
              </>
            )}
            <Button asChild>
              <Link href="/studio">New pictures</Link>
            </Button>
          </>
        }
      />
      {(hasPictures || isFiltered(filter)) && <FilterBar filter={filter} onChange={changeFilter} />}
      {!pictures && !isError && <GallerySkeleton />}
      {!pictures && isError && (
        <Alert
          tone="error"
          title="Your gallery could not be loaded"
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          Your pictures are safe. Check your connection.
        </Alert>
      )}
      {isEmpty && !isFiltered(filter) && (
        <EmptyState
          icon={<Images />}
          title="No pictures yet"
          description="Every picture you make is kept here, for you alone."
          action={
            <Button asChild>
              <Link href="/studio">Make the first one</Link>
            </Button>
          }
        />
      )}
      {isEmpty && isFiltered(filter) && (
        <EmptyState
          icon={<SearchX />}
          title="No picture matches"
          description="None of your pictures has all of what you asked for."
          action={<Button onClick={() => changeFilter(noFilter)}>Show all pictures</Button>}
        />
      )}
      {hasPictures && !isHydrated && <GallerySkeleton />}
      {hasPictures && isHydrated && (
        <>
          <PictureGrid key={search} pictures={pictures} onOpen={open} onEndNear={goOn} />
          <GalleryEnd
            total={pictures.length}
            hasMore={hasNextPage}
            isFailed={isError}
            onTryAgain={() => void fetchNextPage()}
          />
        </>
      )}
      <GalleryPanels pictures={pictures ?? []} openId={openId} onOpen={open} onClose={close} />
    </>
  );
}

function Count({ total }: { total: number }) {
  return (
    <span role="status" data-testid="picture-count" className="tabular-nums">
      {total.toLocaleString("en")} {total === 1 ? "picture" : "pictures"}
    </span>
  );
}
