import { Images } from "lucide-react";

import { Ago } from "~/components/ui/ago";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Progress } from "~/components/ui/progress";
import { Skeleton } from "~/components/ui/skeleton";
import { Stepper } from "~/components/ui/stepper";

import { Chapter, Specimen } from "./specimen";

const tones = ["info", "success", "warning", "error"] as const;
const steps = ["About", "Photos", "Start"];

/** What says how things stand: waiting, done, wrong, empty. */
export function FeedbackPieces() {
  return (
    <Chapter title="Feedback">
      <div className="grid gap-3 sm:grid-cols-2">
        {tones.map((tone) => (
          <Alert
            key={tone}
            tone={tone}
            title={`An ${tone} that says what happened`}
            action={
              <Button size="sm" variant="secondary">
                And what to do
              </Button>
            }
          >
            In one or two sentences.
          </Alert>
        ))}
      </div>
      <Specimen name="Progress: none yet, some, all, unknown, failed">
        {[0, 45, 100, null].map((value) => (
          <div key={value} className="w-48">
            <Progress value={value} label={value === null ? "Unknown" : `${value} percent`} />
          </div>
        ))}
        <div className="w-48">
          <Progress value={60} tone="danger" label="Failed at 60 percent" />
        </div>
      </Specimen>
      <div className="grid gap-6">
        {[0, 1, 3].map((current) => (
          <Stepper key={current} steps={steps} current={current} label={`Step ${current + 1}`} />
        ))}
      </div>
      <Specimen name="On its way">
        <Skeleton className="h-5 w-64" />
        <Skeleton className="size-24 rounded-xl" />
      </Specimen>
      <Specimen name="Time">
        <Ago at={new Date("2026-11-22T12:00:00Z")} />
      </Specimen>
      <EmptyState
        icon={<Images />}
        title="Nothing here yet"
        description="And what will be, once there is something."
        action={<Button>Make the first one</Button>}
      />
    </Chapter>
  );
}
