"use client";

import { Progress } from "~/components/ui/progress";

import { describeStep, describeTimeLeft } from "./describe-training";
import type { ListedModel } from "./model-types";
import { useNow } from "./use-now";

interface TrainingProgressProps {
  model: Pick<ListedModel, "name" | "kind" | "status" | "step" | "progressPercent" | "expectedAt">;
}

/** How far a training has come: the step, a bar, the percentage and the time left. */
export function TrainingProgress({ model }: TrainingProgressProps) {
  const now = useNow();
  const { status, progressPercent, name } = model;
  return (
    <div className="grid gap-2">
      <p className="flex items-baseline justify-between gap-3 text-sm">
        <span className="font-medium">{describeStep(model)}</span>
        {status === "training" && <span className="tabular-nums">{progressPercent}%</span>}
      </p>
      <Progress value={status === "queued" ? null : progressPercent} label={`Training of ${name}`} />
      <p className="text-sm text-muted-foreground tabular-nums">
        {now === null ? "\u00a0" : describeTimeLeft(model, now)}
      </p>
    </div>
  );
}
