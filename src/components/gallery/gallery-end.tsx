"use client";

import { Button } from "~/components/ui/button";
import { Spinner } from "~/components/ui/spinner";

interface GalleryEndProps {
  /** Pictures shown. */
  total: number;
  hasMore: boolean;
  /** After a failure it waits for a press instead of trying for ever. */
  isFailed: boolean;
  onTryAgain: () => void;
}

/** What is under the last picture: more on its way, why not, or that this is all. */
export function GalleryEnd({ total, hasMore, isFailed, onTryAgain }: GalleryEndProps) {
  return (
    <div className="grid justify-items-center gap-3 py-12 text-center text-sm text-muted-foreground">
      {hasMore && !isFailed && <Spinner label="Loading more pictures" />}
      {hasMore && isFailed && (
        <>
          <p>The next pictures could not be loaded. Check your connection.</p>
          <Button variant="secondary" onClick={onTryAgain}>
            Try again
          </Button>
        </>
      )}
      {!hasMore && total > 12 && <p data-testid="gallery-end">That is all of them.</p>}
    </div>
  );
}
