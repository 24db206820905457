"use client";

import { galleryRules } from "~/catalog/gallery-rules";
import { ConfirmDialog } from "~/components/ui/alert-dialog";

import { endSelecting } from "./gallery-store";
import { useDeletePictures } from "./use-delete-pictures";

/** Asks before many pictures are deleted at once. */
export function ConfirmDelete({ ids, onClose }: { ids: string[]; onClose: () => void }) {
  const remove = useDeletePictures();
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={`Delete ${ids.length} pictures?`}
      description={`They leave your gallery now, and our storage soon after. For ${galleryRules.undoSeconds} seconds you can undo it. Links to them stop working.`}
      confirm={`Delete ${ids.length} pictures`}
      onConfirm={() => {
        onClose();
        endSelecting();
        void remove(ids);
      }}
    />
  );
}
