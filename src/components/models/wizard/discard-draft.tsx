"use client";

import { useState } from "react";

import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { dropUploadsOf } from "~/components/uploads/run-uploads";
import { trpc } from "~/trpc/react";

import type { DraftModel } from "../model-types";

/** Throws the draft away with its photos, after asking. */
export function DiscardDraft({ draft, onDiscarded }: { draft: DraftModel; onDiscarded: () => void }) {
  const utils = trpc.useUtils();
  const [isOpen, setOpen] = useState(false);
  const discard = trpc.models.delete.useMutation({
    onSuccess: () => {
      dropUploadsOf(draft.id);
      onDiscarded();
      return utils.models.draft.invalidate();
    },
  });

  return (
    <div className="border-t pt-4 sm:pt-6">
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button variant="ghost" className="-ml-4 text-muted-foreground">
            Discard draft
          </Button>
        }
        title="Discard this draft?"
        description={`“${draft.name}” and the photos uploaded for it are deleted for good.`}
        confirm="Discard draft"
        cancel="Keep it"
        pending={discard.isPending || discard.isSuccess}
        onConfirm={() => {
          discard.mutate({ modelId: draft.id });
        }}
      >
        {discard.error && (
          <p role="alert" className="text-sm text-danger">
            {discard.error.message}
          </p>
        )}
      </ConfirmDialog>
    </div>
  );
}
