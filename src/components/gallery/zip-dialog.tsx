"use client";

import { Download } from "lucide-react";
import { useEffect } from "react";

import type { PictureFilter } from "~/catalog/gallery-rules";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogTitle } from "~/components/ui/dialog";
import { Skeleton } from "~/components/ui/skeleton";
import { trpc } from "~/trpc/react";

import { formatBytes } from "./format-bytes";
import { reasonOf } from "./say-failure";

interface ZipDialogProps {
  wish: { pictureIds: string[] } | { filter: PictureFilter };
  /** About how many, until the server has counted. */
  total: number;
  onClose: () => void;
}

/** Says what a ZIP will hold and how large it is, and hands it to the browser's own downloads. */
export function ZipDialog({ wish, total, onClose }: ZipDialogProps) {
  const { mutate, data, error } = trpc.pictures.zip.useMutation({ networkMode: "always" });
  useEffect(() => mutate(wish), [mutate, wish]);
  const count = data?.count ?? total;
  const pictures = `${count.toLocaleString("en")} ${count === 1 ? "picture" : "pictures"}`;

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent className="sm:max-w-md">
        <DialogTitle>Download {pictures}</DialogTitle>
        <DialogDescription>
          One ZIP, with files named after date, model and prompt, and a list of every picture’s settings.
        </DialogDescription>
        {error ? (
          <Alert
            tone="error"
            title="The download could not be prepared"
            action={<Button onClick={() => mutate(wish)}>Try again</Button>}
          >
            {reasonOf(error)}
          </Alert>
        ) : (
          <div role="status" className="text-sm">
            {data ? (
              <p>
                About <span className="font-medium tabular-nums">{formatBytes(data.bytes)}</span>. It is made
                while it downloads, so your browser cannot say how long it takes.
              </p>
            ) : (
              <>
                <span className="sr-only">Preparing</span>
                <Skeleton className="h-10" />
              </>
            )}
          </div>
        )}
        <DialogFooter>
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          {data ? (
            <Button asChild>
              <a href={`/api/zip/${data.zipId}`} download onClick={() => setTimeout(onClose, 0)}>
                <Download aria-hidden /> Download ZIP
              </a>
            </Button>
          ) : (
            <Button disabled>
              <Download aria-hidden /> Download ZIP
            </Button>
          )}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
