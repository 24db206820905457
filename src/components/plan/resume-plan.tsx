"use client";

import { Button } from "~/components/ui/button";
import { trpc } from "~/trpc/react";

import { FailureLine } from "./failure-line";
import { useFreshPlan } from "./use-fresh-plan";

/** Takes a cancellation back. It costs nothing now, so nothing is asked. */
export function ResumePlan() {
  const refresh = useFreshPlan();
  const resume = trpc.billing.resume.useMutation({
    onSuccess: refresh,
  });
  return (
    <>
      <Button pending={resume.isPending} onClick={() => resume.mutate()}>
        Resume plan
      </Button>
      <FailureLine error={resume.error} />
    </>
  );
}
