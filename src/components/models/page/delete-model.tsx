"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { toast } from "~/components/ui/toast";
import { dropUploadsOf } from "~/components/uploads/run-uploads";
import { trpc } from "~/trpc/react";

import { isMoving } from "../model-types";
import type { ShownModel } from "../model-types";

/** Deletes the model for good, after saying what goes and what stays. */
export function DeleteModel({ model }: { model: ShownModel }) {
  const { id: modelId, name, status, photos, versions } = model;
  const router = useRouter();
  const utils = trpc.useUtils();
  const [isOpen, setOpen] = useState(false);
  const remove = trpc.models.delete.useMutation({
    onSuccess: async () => {
      dropUploadsOf(modelId);
      toast.success(`“${name}” is deleted`);
      router.push("/models");
      await Promise.all([utils.models.list.invalidate(), utils.account.entitlements.invalidate()]);
    },
  });
  const count = photos.length === 1 ? "photo" : `${photos.length} photos`;
  const weights = versions.some(({ kind }) => kind === "fine-tuned") ? " and its trained weights" : "";
  const training = isMoving(status) ? " Its training is called off." : "";

  return (
    <div className="border-t pt-6">
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button variant="ghost" className="-ml-4 text-danger">
            <Trash2 aria-hidden />
            Delete model
          </Button>
        }
        title={`Delete “${name}”?`}
        description={`Its ${count}${weights} are deleted for good.${training} Pictures made with it stay in your gallery.`}
        confirm="Delete model"
        cancel="Keep it"
        pending={remove.isPending || remove.isSuccess}
        onConfirm={() => {
          remove.mutate({ modelId });
        }}
      >
        {remove.error && (
          <p role="alert" className="text-sm text-danger">
            {remove.error.message}
          </p>
        )}
      </ConfirmDialog>
    </div>
  );
}
