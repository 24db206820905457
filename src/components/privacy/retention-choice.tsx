"use client";

import { useState } from "react";
import { toast } from "sonner";

import { instantRetention, retentions } from "~/catalog/retention";
import type { RetentionId } from "~/catalog/retention";
import { FailureLine } from "~/components/plan/failure-line";
import { AfterHydration } from "~/components/shell/after-hydration";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { ChoiceCard } from "~/components/ui/choice-card";
import { RadioGroup } from "~/components/ui/radio-group";
import { Skeleton } from "~/components/ui/skeleton";
import { trpc } from "~/trpc/react";

import { countExpiring } from "./count-expiring";
import { PrivacySection } from "./privacy-section";
import type { Privacy } from "./privacy-types";

const order = ["30-days", "now", "keep"] as const satisfies readonly RetentionId[];

/** How long photos stay after a training. What a choice would delete at once is asked about first. */
export function RetentionChoice({ privacy }: { privacy: Privacy }) {
  const utils = trpc.useUtils();
  const [asked, setAsked] = useState<RetentionId | null>(null);
  const choose = trpc.privacy.chooseRetention.useMutation({
    onSuccess: async ({ photosGone }) => {
      if (photosGone > 0) toast.success(`${countPhotos(photosGone)} deleted`);
      setAsked(null);
      await Promise.all([utils.privacy.overview.invalidate(), utils.models.invalidate()]);
    },
  });
  const shown = choose.isPending ? choose.variables.retention : privacy.retention;
  const expiring = asked === null ? 0 : countExpiring(privacy.models, asked);

  function pick(retention: RetentionId) {
    choose.reset();
    if (countExpiring(privacy.models, retention) > 0) setAsked(retention);
    else choose.mutate({ retention });
  }

  return (
    <PrivacySection
      title="How long photos stay"
      lead="Once a model is trained, the photos it was trained from have done their work. The set that is packed for the trainer goes at once, a draft you leave alone after 14 days."
    >
      {/* The hidden inputs behind radios carry styles that a server cannot know. */}
      <AfterHydration fallback={<Skeleton className="h-28 rounded-xl" />}>
        <RadioGroup
          aria-label="How long photos stay"
          value={shown}
          onValueChange={(value) => {
            const retention = order.find((id) => id === value);
            if (retention) pick(retention);
          }}
          className="gap-3 md:grid-cols-3"
        >
          {order.map((id) => (
            <ChoiceCard key={id} value={id} title={retentions[id].title} note={retentions[id].note} />
          ))}
        </RadioGroup>
      </AfterHydration>
      <p className="max-w-prose text-sm text-muted-foreground">{instantRetention}</p>
      {asked === null && <FailureLine error={choose.error} />}
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setAsked(null);
        }}
        title={`Delete ${countPhotos(expiring)} now?`}
        description="The models they belong to are trained already, so by this choice their time is over. The models and all pictures stay; to train again you upload photos again. This cannot be undone."
        confirm={`Delete ${countPhotos(expiring)}`}
        cancel="Keep them"
        pending={choose.isPending}
        onConfirm={() => {
          if (asked !== null) choose.mutate({ retention: asked });
        }}
      >
        <FailureLine error={choose.error} />
      </ConfirmDialog>
    </PrivacySection>
  );
}

function countPhotos(count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? "photo" : "photos"}`;
}
