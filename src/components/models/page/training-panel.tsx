"use client";

import { useState } from "react";

import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { Card, CardContent, CardFooter } from "~/components/ui/card";
import { trpc } from "~/trpc/react";

import { describeStep } from "../describe-training";
import type { ShownModel } from "../model-types";
import { TrainingProgress } from "../training-progress";

/** How the training goes, and the way to call it off. */
export function TrainingPanel({ model }: { model: ShownModel }) {
  const { status, progressPercent } = model;
  // Read aloud at every tenth, not at every percent.
  const spoken = Math.floor(progressPercent / 10) * 10;
  return (
    <Card>
      <CardContent>
        <TrainingProgress model={model} />
        <p role="status" className="sr-only">
          {describeStep(model)}
          {status === "training" && `, ${spoken} percent`}
        </p>
      </CardContent>
      <CardFooter className="justify-between">
        <p className="text-sm text-muted-foreground">You can leave this page; the training goes on.</p>
        <CancelTraining model={model} />
      </CardFooter>
    </Card>
  );
}

function CancelTraining({ model }: { model: ShownModel }) {
  const { id: modelId, kind } = model;
  const [isOpen, setOpen] = useState(false);
  const utils = trpc.useUtils();
  const cancel = trpc.models.cancelTraining.useMutation({
    onSuccess: () => setOpen(false),
    // It may have ended by itself meanwhile: then the page says so.
    onSettled: () => utils.models.byId.invalidate({ modelId }),
  });
  const givesBack =
    kind === "fine-tuned" ? "The fine-tuning is given back to this month." : "Nothing is charged.";

  return (
    <ConfirmDialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="secondary" size="sm">
          Cancel training
        </Button>
      }
      title="Cancel this training?"
      description={`What has been trained so far is lost. Your photos stay, so you can start again. ${givesBack}`}
      confirm="Cancel training"
      cancel="Keep training"
      pending={cancel.isPending}
      onConfirm={() => {
        cancel.mutate({ modelId });
      }}
    >
      {cancel.error && (
        <p role="alert" className="text-sm text-danger">
          {cancel.error.message}
        </p>
      )}
    </ConfirmDialog>
  );
}
