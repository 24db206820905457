"use client";

import { Sparkles } from "lucide-react";
import Link from "next/link";

import { verdictOnQueue, verdictOnRate } from "~/catalog/entitlements";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";

import { missingCredits, priceInWords } from "./check-settings";
import type { Entitlements, useStudio } from "./use-studio";

interface GenerateBarProps {
  studio: ReturnType<typeof useStudio>;
  isPending: boolean;
  failure: string | undefined;
  /** Whether the plan is what stood in the way. */
  isAboutPlan: boolean;
}

/** The button with its price. On a phone it stays above the tab bar while the form scrolls. */
export function GenerateBar({ studio, isPending, failure, isAboutPlan }: GenerateBarProps) {
  const { settings, entitlements, expansion } = studio;
  const pictures = settings.count * (expansion.ok ? expansion.prompts.length : 1);
  const price = pictures * (entitlements?.pricePerPicture ?? 1);
  const obstacle = entitlements && missingCredits(price, entitlements.credits);
  const limit = entitlements && explainLimit(entitlements, pictures);

  return (
    <div className="sticky bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-10 -mx-4 grid gap-3 border-t bg-background/95 px-4 py-3 md:bottom-0 lg:-mx-1 lg:px-1">
      {failure && (
        <Alert tone="error" title="Nothing was started">
          {failure} {isAboutPlan && <PlanLink />}
        </Alert>
      )}
      <div className="flex items-center gap-4">
        <Button
          type="submit"
          size="lg"
          className="flex-1"
          pending={isPending}
          disabled={!entitlements || obstacle !== undefined || limit !== undefined}
          aria-describedby="price"
        >
          {!isPending && <Sparkles aria-hidden />}
          Generate
        </Button>
        <p id="price" className="min-w-20 text-right text-sm text-muted-foreground tabular-nums">
          {entitlements && priceInWords(price)}
        </p>
      </div>
      {obstacle && (
        <p role="status" className="text-sm text-danger">
          {obstacle} <PlanLink />
        </p>
      )}
      {limit && !obstacle && (
        <p role="status" className="text-sm text-muted-foreground">
          {limit}
        </p>
      )}
    </div>
  );
}

/** Why it is the queue or the hour and not the balance that stands in the way. */
function explainLimit(entitlements: Entitlements, pictures: number): string | undefined {
  const verdicts = [verdictOnQueue(entitlements, pictures), verdictOnRate(entitlements, pictures)];
  return verdicts.find((verdict) => verdict !== true);
}

function PlanLink() {
  return (
    <Link href="/plan" className="rounded-sm font-medium underline underline-offset-4 focus-ring">
      See your plan
    </Link>
  );
}
