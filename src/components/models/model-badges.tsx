import { Lock, Sparkles, Zap } from "lucide-react";

import { Badge } from "~/components/ui/badge";
import { Spinner } from "~/components/ui/spinner";

import { kindNames } from "./describe-training";
import type { ModelKind, ModelStatus } from "./model-types";

/** Which of the two kinds a model is. */
export function KindBadge({ kind }: { kind: ModelKind }) {
  const Icon = kind === "instant" ? Zap : Sparkles;
  return (
    <Badge tone="outline">
      <Icon aria-hidden />
      {kindNames[kind]}
    </Badge>
  );
}

const statuses = {
  draft: { words: "Draft", tone: "neutral" },
  queued: { words: "Queued", tone: "accent" },
  training: { words: "Training", tone: "accent" },
  ready: { words: "Ready", tone: "success" },
  failed: { words: "Failed", tone: "danger" },
  cancelled: { words: "Cancelled", tone: "neutral" },
} as const satisfies Record<ModelStatus, { words: string; tone: string }>;

/** How a model stands. */
export function StatusBadge({ status }: { status: ModelStatus }) {
  const { words, tone } = statuses[status];
  return (
    <Badge tone={tone} data-testid="model-status">
      {(status === "queued" || status === "training") && <Spinner label="" className="size-3" />}
      {words}
    </Badge>
  );
}

/** Instead of how it stands: the plan has no place for it. */
export function LockedBadge() {
  return (
    <Badge tone="warning" data-testid="model-locked">
      <Lock aria-hidden />
      Locked
    </Badge>
  );
}
