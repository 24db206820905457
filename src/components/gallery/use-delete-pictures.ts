"use client";

import { useCallback } from "react";

import { galleryRules } from "~/catalog/gallery-rules";
import { toast } from "~/components/ui/toast";
import { trpc } from "~/trpc/react";

import { inTurns } from "./in-turns";
import { markGone } from "./gallery-store";
import { sayFailure } from "./say-failure";

/** What `undoLast` does: one in a tab, whichever part of the page deleted. */
let lastUndo: (() => void) | null = null;

/** Brings back what was deleted last, while it can be. */
export function undoLastDeletion(): void {
  lastUndo?.();
}

/**
 * Deletes pictures: they leave the screen at once, can be brought back for a while, and come back by themselves, with
 * a reason, when they could not be deleted.
 */
export function useDeletePictures() {
  const api = trpc.useUtils();
  // What the user was shown as deleted must not wait for a connection: without one it fails and comes back.
  const { mutateAsync: deleteThem } = trpc.pictures.delete.useMutation({ networkMode: "always" });
  const { mutateAsync: restoreThem } = trpc.pictures.restore.useMutation({ networkMode: "always" });

  return useCallback(
    async (pictureIds: string[]) => {
      if (pictureIds.length === 0) return;
      const what = pictureIds.length === 1 ? "Picture" : `${pictureIds.length} pictures`;
      markGone(pictureIds, true);
      const toastId = crypto.randomUUID();
      const deleted = inTurns(pictureIds, (ids) => deleteThem({ pictureIds: ids }));

      const undo = async () => {
        toast.dismiss(toastId);
        lastUndo = null;
        try {
          await deleted;
          await inTurns(pictureIds, (ids) => restoreThem({ pictureIds: ids }));
          // Not before: their files are refused until they are back.
          markGone(pictureIds, false);
          void api.generations.recent.invalidate();
        } catch (error) {
          sayFailure("This could not be undone", error);
        }
      };
      const press = () => void undo();
      lastUndo = press;
      toast.success(`${what} deleted`, {
        id: toastId,
        duration: galleryRules.undoSeconds * 1000,
        action: { label: "Undo", onClick: press },
        onAutoClose: () => {
          if (lastUndo === press) lastUndo = null;
        },
      });

      try {
        await deleted;
        void api.generations.recent.invalidate();
      } catch (error) {
        toast.dismiss(toastId);
        markGone(pictureIds, false);
        sayFailure(
          pictureIds.length === 1 ? "The picture is still there" : "Some pictures are still there",
          error,
        );
        // In turns: some of them may have gone before the one that failed.
        if (pictureIds.length > galleryRules.maxPicturesACall) void api.pictures.list.invalidate();
      }
    },
    [api, deleteThem, restoreThem],
  );
}
