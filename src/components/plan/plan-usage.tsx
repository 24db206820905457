import { plans } from "~/catalog/plans";

import { countCredits } from "./format";
import type { Overview } from "./plan-types";
import { UsageMeter } from "./usage-meter";

/** Credits, models and fine-tunings: what is left and what is used. */
export function PlanUsage({ overview }: { overview: Overview }) {
  const { credits, creditsUsed, slots, fineTunings, hourly, plan } = overview;
  return (
    <div className="grid gap-8 sm:grid-cols-3 sm:gap-6 lg:gap-10">
      {credits === null ? (
        <UsageMeter
          testId="usage-credits"
          label="Credits left"
          value="Unlimited"
          detail={
            hourly ? `${hourly.used} of ${hourly.total} pictures in the last hour` : "No limit on this plan"
          }
          share={hourly ? hourly.used / hourly.total : null}
        />
      ) : (
        <UsageMeter
          testId="usage-credits"
          label="Credits left"
          value={credits.toLocaleString("en")}
          detail={`${countCredits(creditsUsed)} used ${plans[plan].creditsCome === "monthly" ? "this period" : "so far"}`}
          share={credits + creditsUsed === 0 ? 1 : creditsUsed / (credits + creditsUsed)}
        />
      )}
      <UsageMeter
        testId="usage-slots"
        label="Models"
        value={slots.used}
        detail={
          slots.total === null
            ? "As many as you like"
            : slots.used > slots.total
              ? `${slots.used - slots.total} over the ${slots.total} of your plan`
              : `of ${slots.total} at a time`
        }
        share={slots.total === null ? null : Math.min(1, slots.used / slots.total)}
      />
      <UsageMeter
        testId="usage-fine-tunings"
        label="Fine-tunings this month"
        value={fineTunings.used}
        detail={fineTunings.total === 0 ? "Not part of this plan" : `of ${fineTunings.total}`}
        share={fineTunings.total === 0 ? null : Math.min(1, fineTunings.used / fineTunings.total)}
      />
    </div>
  );
}
