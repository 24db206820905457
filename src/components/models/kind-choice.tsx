"use client";

import { Sparkles, Zap } from "lucide-react";
import { useId } from "react";

import { verdictOnTraining } from "~/catalog/entitlements";
import { Badge } from "~/components/ui/badge";
import { ChoiceCard } from "~/components/ui/choice-card";
import { RadioGroup } from "~/components/ui/radio-group";
import { Skeleton } from "~/components/ui/skeleton";
import type { ApiOutputs } from "~/trpc/react";

import { kindNames } from "./describe-training";
import type { ModelKind } from "./model-types";

type Account = ApiOutputs["account"]["entitlements"];

const kinds = {
  instant: {
    icon: <Zap />,
    time: "Under a minute",
    note: "The best of your photos, at most 8, go to FLUX.2 with each picture you ask for. Nothing is trained, so it is ready at once. Likeness is good, best in poses close to your photos.",
  },
  "fine-tuned": {
    icon: <Sparkles />,
    time: "Usually under an hour",
    note: "A FLUX.2 [dev] LoRA is trained on all your photos. It knows you from more angles and holds your likeness further from your photos.",
  },
} as const satisfies Record<ModelKind, unknown>;

interface KindChoiceProps {
  account: Account | undefined;
  kind: ModelKind;
  /** A trained model has its place: a new version of it takes no other. */
  hasSlot: boolean;
  onChoose: (kind: ModelKind) => void;
}

/** The two kinds of model, honestly; what the plan does not allow says why. */
export function KindChoice({ account, kind, hasSlot, onChoose }: KindChoiceProps) {
  if (!account) return <Skeleton className="h-44 w-full" />;

  const offered: ModelKind[] = account.offersFineTuning ? ["instant", "fine-tuned"] : ["instant"];
  return (
    <RadioGroup
      aria-label="Kind"
      value={kind}
      onValueChange={(value) => {
        onChoose(value === "fine-tuned" ? "fine-tuned" : "instant");
      }}
      className="gap-4 md:grid-cols-2"
    >
      {offered.map((id) => (
        <Kind key={id} kind={id} account={account} hasSlot={hasSlot} />
      ))}
    </RadioGroup>
  );
}

function Kind({ kind, account, hasSlot }: { kind: ModelKind; account: Account; hasSlot: boolean }) {
  const id = useId();
  const { icon, time, note } = kinds[kind];
  const verdict = verdictOnTraining(account, { kind, hasSlot });
  const { used, total } = account.fineTunings;
  const cost =
    kind === "instant"
      ? "Takes no credits."
      : `Takes 1 of your ${total} fine-tunings this month; ${total - used} left.`;

  return (
    <div className="grid content-start gap-2">
      <ChoiceCard
        value={kind}
        title={kindNames[kind]}
        icon={icon}
        badge={<Badge tone="accent">{time}</Badge>}
        note={verdict === true ? `${note} ${cost}` : note}
        disabled={verdict !== true}
        {...(verdict !== true && { "aria-describedby": id })}
      />
      {verdict !== true && (
        <p id={id} className="text-sm text-muted-foreground">
          {verdict}
        </p>
      )}
    </div>
  );
}
