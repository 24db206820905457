"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";

import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Stepper } from "~/components/ui/stepper";
import { trpc } from "~/trpc/react";

import { CouldNotLoad } from "../could-not-load";
import { useDraft } from "../use-draft";
import { AboutStep } from "./about-step";
import { DiscardDraft } from "./discard-draft";
import { PhotosStep } from "./photos-step";
import { StartStep } from "./start-step";
import { useWizard } from "./use-wizard";
import { WizardSkeleton } from "./wizard-skeleton";
import { resetWizard, wizardSteps } from "./wizard-store";
import type { WizardStep, WizardStore } from "./wizard-store";

const titles = {
  about: "Who is it of?",
  photos: "Choose 10 to 20 photos",
  start: "Choose how it is made",
} as const satisfies Record<WizardStep, string>;

/** From a name to a training that runs, in three steps. What is done is kept: here, or with the draft on the server. */
export function ModelWizard({ userId }: { userId: string }) {
  const { data: draft, isError, error, refetch } = useDraft();
  const { store, state, step, goTo } = useWizard(userId, draft === undefined ? undefined : draft !== null);
  const entitlements = trpc.account.entitlements.useQuery();

  const { isLeaving, leave } = useLeaving(store);
  const isShown = step !== null && draft !== undefined && !isLeaving;
  const heading = useHeadingFocus(isShown ? step : null);

  if (!isShown) {
    if (!isError || isLeaving) return <WizardSkeleton />;
    return <CouldNotLoad what="Your draft" error={error.message} onRetry={refetch} />;
  }

  const noSlot = entitlements.data?.canTrainInstant;
  return (
    <div className="grid gap-6 sm:gap-8">
      <Stepper steps={["About", "Photos", "Start"]} current={wizardSteps.indexOf(step)} label="New model" />
      {typeof noSlot === "string" && (
        <Alert
          tone="warning"
          title="There is no place for another model yet"
          action={
            <Button asChild variant="secondary" size="sm">
              <Link href="/models">Go to your models</Link>
            </Button>
          }
        >
          {noSlot}
        </Alert>
      )}
      <section aria-labelledby="step-title" className="grid gap-6">
        <h2 id="step-title" ref={heading} tabIndex={-1} className="font-serif text-2xl outline-none">
          {titles[step]}
        </h2>
        {step === "about" && <AboutStep draft={draft} store={store} onDone={() => goTo("photos")} />}
        {draft && step === "photos" && (
          <PhotosStep draft={draft} onBack={() => goTo("about")} onDone={() => goTo("start")} />
        )}
        {draft && step === "start" && (
          <StartStep
            draft={draft}
            store={store}
            state={state}
            onBack={() => goTo("photos")}
            onStarted={() => leave(`/models/${draft.id}`)}
          />
        )}
      </section>
      {draft && <DiscardDraft draft={draft} onDiscarded={() => leave("/models")} />}
    </div>
  );
}

/** Ends the wizard. Until the next page is there the draft is already gone: an empty first step must not flash by. */
function useLeaving(store: WizardStore) {
  const router = useRouter();
  const [isLeaving, setLeaving] = useState(false);
  const leave = (href: string) => {
    setLeaving(true);
    resetWizard(store);
    router.push(href);
  };
  return { isLeaving, leave };
}

/** Moves focus and view to the step's heading as the step changes, but not as the page opens. */
function useHeadingFocus(step: WizardStep | null) {
  const heading = useRef<HTMLHeadingElement>(null);
  const previous = useRef(step);
  useEffect(() => {
    if (step !== null && previous.current !== null && previous.current !== step) {
      window.scrollTo({ top: 0 });
      heading.current?.focus({ preventScroll: true });
    }
    previous.current = step;
  }, [step]);
  return heading;
}
