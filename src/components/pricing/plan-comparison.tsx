import { Check, Minus } from "lucide-react";

import { fluxModelIds, fluxModels } from "~/catalog/flux-models";
import { plans } from "~/catalog/plans";
import type { Plan } from "~/catalog/plans";

const all: readonly Plan[] = Object.values(plans);

type Cell = string | boolean;

const rows: readonly { name: string; of: (plan: Plan) => Cell }[] = [
  { name: "Pictures", of: describePictures },
  {
    name: "Roll-over",
    of: ({ credits, creditsCome }) =>
      creditsCome === "once" || credits === null ? false : `Once, up to ${credits}`,
  },
  {
    name: "Models of your own, at a time",
    of: ({ modelSlots }) => (modelSlots === null ? "Unlimited" : String(modelSlots)),
  },
  { name: "Instant models", of: () => true },
  {
    name: "Fine-tunings a month",
    of: ({ fineTuningsPerMonth: many }) => (many === 0 ? false : String(many)),
  },
  ...fluxModelIds.map((id) => ({
    name: fluxModels[id].name,
    of: (plan: Plan) => plan.fluxModels.includes(id),
  })),
  { name: "Private photos and pictures", of: () => true },
];

/** Everything side by side. On a phone it scrolls within itself, the names staying in view. */
export function PlanComparison() {
  return (
    <section aria-labelledby="compare" className="page-width grid gap-6">
      <h2 id="compare" className="font-serif text-title">
        Side by side
      </h2>
      <div
        role="region"
        aria-label="The table of plans, which scrolls sideways"
        tabIndex={0}
        className="-mx-4 overflow-x-auto focus-ring sm:mx-0 sm:rounded-2xl sm:border sm:bg-card"
      >
        <table className="w-full min-w-150 text-sm">
          <thead>
            <tr className="border-b">
              <th scope="col" className={nameClasses}>
                <span className="sr-only">What</span>
              </th>
              {all.map(({ id, name, priceUsd }) => (
                <th key={id} scope="col" className="px-3 py-4 text-left font-medium sm:px-5">
                  {name}
                  <span className="block font-normal text-muted-foreground tabular-nums">${priceUsd}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y">
            {rows.map(({ name, of }) => (
              <tr key={name}>
                <th scope="row" className={nameClasses}>
                  {name}
                </th>
                {all.map((plan) => (
                  <td key={plan.id} className="px-3 py-3 tabular-nums sm:px-5">
                    <CellContent cell={of(plan)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const nameClasses =
  "bg-background sticky left-0 max-w-36 px-4 py-3 text-left font-normal text-muted-foreground sm:max-w-none sm:bg-card sm:px-5";

function CellContent({ cell }: { cell: Cell }) {
  if (typeof cell === "string") return cell;
  return cell ? (
    <Check role="img" aria-label="Included" className="size-4.5 text-primary" />
  ) : (
    <Minus role="img" aria-label="Not included" className="size-4.5 text-muted-foreground/60" />
  );
}

function describePictures({ credits, creditsCome, picturesPerHour }: Plan): string {
  if (credits === null)
    return picturesPerHour === null ? "Unlimited" : `Unlimited, ${picturesPerHour} an hour`;
  return creditsCome === "once" ? `${credits}, once` : `${credits} a month`;
}
