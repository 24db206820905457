"use client";

import { useState } from "react";

import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { trpc } from "~/trpc/react";

import type { ShownModel } from "../model-types";

interface DeleteVersionProps {
  modelId: string;
  version: ShownModel["versions"][number];
}

/** Deletes a version that is not in use, after saying what goes and what stays. */
export function DeleteVersion({ modelId, version }: DeleteVersionProps) {
  const { id: versionId, number, kind } = version;
  const [isOpen, setOpen] = useState(false);
  const utils = trpc.useUtils();
  const remove = trpc.models.deleteVersion.useMutation({
    onSuccess: () => setOpen(false),
    onSettled: () => utils.models.byId.invalidate({ modelId }),
  });
  const what = kind === "fine-tuned" ? "Its trained weights are" : "Its choice of reference photos is";
  return (
    <ConfirmDialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" size="sm" className="text-danger" aria-label={`Delete version ${number}`}>
          Delete
        </Button>
      }
      title={`Delete version ${number}?`}
      description={`${what} deleted for good. The photos stay with the model, and pictures made with it stay in your gallery.`}
      confirm="Delete version"
      cancel="Keep it"
      pending={remove.isPending}
      onConfirm={() => {
        remove.mutate({ versionId });
      }}
    >
      {remove.error && (
        <p role="alert" className="text-sm text-danger">
          {remove.error.message}
        </p>
      )}
    </ConfirmDialog>
  );
}
