import { photoRefusals } from "~/catalog/photo-rules";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import type { ApiOutputs } from "~/trpc/react";

type Failures = ApiOutputs["admin"]["overview"]["operations"]["failures"];

const kinds: Record<Failures[number]["what"], string> = {
  picture: "Picture",
  training: "Training",
  photo: "Photo",
};
/** A photo's reason is a word of ours; what its owner was told says more. */
const refusals: Record<string, string> = photoRefusals;

/** What did not come in the last day, by what its owner was told. */
export function FailureReasons({ failures }: { failures: Failures }) {
  return (
    <section aria-labelledby="failures" className="grid gap-5">
      <h2 id="failures" className="text-heading font-semibold">
        Failures in the last day
      </h2>
      {failures.length === 0 ? (
        <p className="text-sm text-muted-foreground">Nothing failed and nothing was refused.</p>
      ) : (
        <Card>
          <ul className="divide-y text-sm">
            {failures.map(({ what, reason, count }) => (
              <li
                key={what + reason}
                className="grid grid-cols-[4.5rem_1fr_auto] items-baseline gap-x-4 px-5 py-3 sm:px-6"
              >
                <Badge className="justify-self-start">{kinds[what]}</Badge>
                <span className="text-muted-foreground">{refusals[reason] ?? reason}</span>
                <span className="font-semibold tabular-nums">{count.toLocaleString("en")}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
}
