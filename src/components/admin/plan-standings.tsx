import { plans } from "~/catalog/plans";
import { formatCents } from "~/components/plan/format";
import { Card } from "~/components/ui/card";
import type { ApiOutputs } from "~/trpc/react";

type Standings = ApiOutputs["admin"]["overview"]["operations"]["standings"];
type Standing = Standings[number];

const facts: { name: string; of: (standing: Standing) => string }[] = [
  { name: "People", of: ({ people }) => people.toLocaleString("en") },
  { name: "Paying", of: ({ paying }) => paying.toLocaleString("en") },
  { name: "A month", of: ({ monthlyCents }) => formatCents(monthlyCents) },
  { name: "Earned", of: ({ earnedCents }) => formatCents(earnedCents) },
  { name: "Pictures", of: ({ pictures }) => pictures.toLocaleString("en") },
  { name: "Trainings", of: ({ trainings }) => trainings.toLocaleString("en") },
];

/** What each plan brings and takes. */
export function PlanStandings({ standings }: { standings: Standings }) {
  const sum = (of: (standing: Standing) => number) => standings.reduce((total, row) => total + of(row), 0);
  return (
    <section aria-labelledby="plans" className="grid gap-5">
      <div className="grid gap-1">
        <h2 id="plans" className="text-heading font-semibold">
          Plans
        </h2>
        <p className="text-sm text-muted-foreground">
          {formatCents(sum((row) => row.earnedCents))} earned in 30 days, less refunds;{" "}
          {formatCents(sum((row) => row.monthlyCents))} to come in a month. Pictures and trainings are of 30
          days, by the plan that people hold now.
        </p>
      </div>
      <Card>
        <ul className="divide-y text-sm">
          {standings.map((standing) => (
            <li
              key={standing.plan}
              className="grid gap-3 px-5 py-4 sm:grid-cols-[7rem_1fr] sm:items-center sm:px-6"
            >
              <h3 className="font-medium">{plans[standing.plan].name}</h3>
              <dl className="grid grid-cols-3 gap-x-4 gap-y-3 sm:grid-cols-6">
                {facts.map(({ name, of }) => (
                  <div key={name} className="grid gap-0.5">
                    <dt className="text-xs text-muted-foreground">{name}</dt>
                    <dd className="font-medium tabular-nums">{of(standing)}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
