import { fluxModels } from "~/catalog/flux-models";
import { Alert } from "~/components/ui/alert";

import { countCredits, formatCents, formatDay } from "./format";
import type { PlanChange } from "./plan-types";

/** What a change of plan costs now and later, and what it brings and takes. */
export function ChangeFacts({ change }: { change: PlanChange }) {
  const { costsNowCents, renewalCents, renewsAt, creditsNow, credits, direction } = change;
  const monthly = credits.to === null ? "Unlimited pictures" : countCredits(credits.to);
  const rows = [
    ["Today", costsNowCents === 0 ? "Nothing" : formatCents(costsNowCents)],
    [renewsAt ? `From ${formatDay(renewsAt)}` : "Each renewal", `${formatCents(renewalCents)} a month`],
    ...(creditsNow > 0 ? [["Credits now", `+${countCredits(creditsNow)}`] as const] : []),
    ["Credits each month", monthly],
  ] as const;
  const lost = describeLosses(change);

  return (
    <div className="grid gap-3">
      <dl data-testid="change-facts" className="grid rounded-xl bg-muted px-4 py-1.5 text-sm">
        {rows.map(([term, fact]) => (
          <div key={term} className="flex justify-between gap-4 border-b py-2 last:border-0">
            <dt className="text-muted-foreground">{term}</dt>
            <dd className="text-right font-medium tabular-nums">{fact}</dd>
          </div>
        ))}
      </dl>
      {direction === "down" && (
        <p className="text-sm text-muted-foreground">
          Nothing is paid back for this period, and the credits you have stay yours.
        </p>
      )}
      {lost.length > 0 && (
        <Alert tone="warning" title="What you give up">
          <ul className="grid gap-1">
            {lost.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}

function describeLosses({ modelsLocked, fluxModelsLost, fineTunings }: PlanChange): string[] {
  const models = modelsLocked === 1 ? "Your oldest model is" : `Your ${modelsLocked} oldest models are`;
  return [
    ...(modelsLocked > 0 ? [`${models} locked, not deleted.`] : []),
    ...(fluxModelsLost.length > 0
      ? [`${fluxModelsLost.map((id) => fluxModels[id].name).join(", ")} can no longer be chosen.`]
      : []),
    ...(fineTunings.to < fineTunings.from
      ? [`${fineTunings.to} fine-tunings a month instead of ${fineTunings.from}.`]
      : []),
  ];
}
