"use client";

import { Trash2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";

import { retentions } from "~/catalog/retention";
import { formatDay } from "~/components/plan/format";
import { FailureLine } from "~/components/plan/failure-line";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { trpc } from "~/trpc/react";

import { PrivacySection } from "./privacy-section";
import type { Privacy } from "./privacy-types";

type Model = Privacy["models"][number];

/** Each model with what is kept of it, to be deleted one by one. */
export function ModelsKept({ privacy }: { privacy: Privacy }) {
  if (privacy.models.length === 0) return null;
  return (
    <PrivacySection
      title="Delete a model"
      lead="Its photos and weights go from storage, what the trainer had goes from Together AI, and when both have confirmed you get a receipt. Pictures made with it stay in your gallery."
    >
      <Card>
        <ul className="divide-y">
          {privacy.models.map((model) => (
            <li key={model.id} className="flex items-center justify-between gap-4 px-5 py-3.5 sm:px-6">
              <div className="grid min-w-0 gap-0.5">
                <Link
                  href={model.status === "draft" ? "/models/new" : `/models/${model.id}`}
                  className="truncate rounded font-medium focus-ring hover:underline"
                >
                  {model.name}
                </Link>
                <p className="text-sm text-muted-foreground">{describe(model, privacy.retention)}</p>
              </div>
              <DeleteOne model={model} />
            </li>
          ))}
        </ul>
      </Card>
    </PrivacySection>
  );
}

function DeleteOne({ model: { id: modelId, name, photos, status } }: { model: Model }) {
  const [isOpen, setOpen] = useState(false);
  const utils = trpc.useUtils();
  const remove = trpc.models.delete.useMutation({
    onSuccess: async () => {
      setOpen(false);
      await Promise.all([
        utils.privacy.overview.invalidate(),
        utils.models.invalidate(),
        utils.account.entitlements.invalidate(),
      ]);
    },
  });
  const training = status === "queued" || status === "training" ? " Its training is called off." : "";
  return (
    <ConfirmDialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" size="icon" aria-label={`Delete ${name}`} className="text-danger">
          <Trash2 aria-hidden />
        </Button>
      }
      title={`Delete “${name}”?`}
      description={`Its ${photos === 1 ? "photo" : `${photos} photos`} and what was made of them to train it are deleted for good.${training} Pictures made with it stay.`}
      confirm="Delete model"
      cancel="Keep it"
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ modelId })}
    >
      <FailureLine error={remove.error} />
    </ConfirmDialog>
  );
}

function describe(
  { kind, status, photos, references, finishedAt }: Model,
  retention: Privacy["retention"],
): string {
  const count = `${photos} ${photos === 1 ? "photo" : "photos"}`;
  if (status === "draft") return `Draft, ${count}`;
  const label = kind === "instant" ? "Instant" : "Fine-tuned";
  const { days } = retentions[retention];
  const going = kind === "instant" ? photos - references : photos;
  if (status !== "ready" || days === null || going === 0 || !finishedAt) return `${label}, ${count}`;
  const goes = new Date(finishedAt.getTime() + days * 24 * 60 * 60_000);
  return `${label}, ${count}; ${going === photos ? "they go" : `${going} of them go`} on ${formatDay(goes)}`;
}
