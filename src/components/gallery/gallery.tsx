"use client";

import { Images } from "lucide-react";
import Link from "next/link";

import { PageHeader } from "~/components/shell/page-header";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { useLoadedLater } from "~/components/use-loaded";

import { GallerySkeleton } from "./gallery-skeleton";
import { LoadMore } from "./load-more";
import { PictureGrid } from "./picture-grid";
import { useOpenPicture } from "./use-open-picture";
import { usePictures } from "./use-pictures";

const loadDialog = () => import("./picture-dialog");

/** Everything ever made, newest first, without end. */
export function Gallery() {
  const { pictures, isError, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = usePictures();
  const { openId, open, close } = useOpenPicture();
  const dialog = useLoadedLater(loadDialog);

  return (
    <>
      <PageHeader
        title="Gallery"
        actions={
          <Button asChild>
            <Link href="/studio">New pictures</Link>
          </Button>
        }
      />
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
      {pictures?.length === 0 && !hasNextPage && (
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
      {pictures && pictures.length > 0 && <PictureGrid pictures={pictures} onOpen={open} />}
      {hasNextPage && (
        <LoadMore isLoading={isFetchingNextPage} isFailed={isError} onNeeded={() => void fetchNextPage()} />
      )}
      {openId !== null && dialog && (
        <dialog.PictureDialog id={openId} pictures={pictures ?? []} onOpen={open} onClose={close} />
      )}
    </>
  );
}
