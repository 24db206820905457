import { Ago } from "~/components/ui/ago";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import type { ApiOutputs } from "~/trpc/react";

type Stuck = ApiOutputs["admin"]["overview"]["operations"]["stuck"];

/** What stands still, and where to look first. */
const kinds: Record<Stuck[number]["kind"], { what: string; look: string }> = {
  pictures: {
    what: "Pictures being made",
    look: "Together's status, and the function generate-pictures in Inngest",
  },
  generations: { what: "Generations in the queue", look: "whether Inngest reaches this server" },
  trainings: {
    what: "Trainings past their deadline",
    look: "the trainer's container, and train-model in Inngest",
  },
  photos: { what: "Photos that nobody has prepared", look: "UploadThing, and prepare-photo in Inngest" },
  deletions: {
    what: "Files that are not deleted yet",
    look: "UploadThing's key, and delete-files in Inngest",
  },
  erasures: {
    what: "Accounts or models not erased yet",
    look: "their own page below: it names the provider",
  },
  payments: { what: "News of payments to look at", look: "the outcome of its row in billing_event" },
};

/** Work that should have ended by now. */
export function StuckWork({ stuck }: { stuck: Stuck }) {
  return (
    <section aria-labelledby="stuck" className="grid gap-5">
      <h2 id="stuck" className="text-heading font-semibold">
        Stuck
      </h2>
      {stuck.length === 0 ? (
        <Alert tone="success" title="Nothing is stuck">
          All work is done or within its deadline.
        </Alert>
      ) : (
        <Card>
          <ul className="divide-y text-sm">
            {stuck.map(({ kind, count, oldestAt }) => (
              <li key={kind} className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1 px-5 py-4 sm:px-6">
                <span className="font-medium">{kinds[kind].what}</span>
                <span className="font-semibold text-danger tabular-nums">{count.toLocaleString("en")}</span>
                <span className="col-span-2 text-muted-foreground">
                  Oldest <Ago at={oldestAt} />. Look at {kinds[kind].look}.
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
}
