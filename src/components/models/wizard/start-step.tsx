"use client";

import { useCallback } from "react";

import { subjects } from "~/catalog/subjects";
import { usePhotoSet } from "~/components/uploads/use-photo-set";
import { Button } from "~/components/ui/button";
import { trpc } from "~/trpc/react";

import type { DraftModel } from "../model-types";
import { StartTraining } from "../start-training";
import { StepActions } from "./step-actions";
import type { WizardState, WizardStore } from "./wizard-store";

interface StartStepProps {
  draft: DraftModel;
  store: WizardStore;
  state: WizardState;
  onBack: () => void;
  onStarted: () => void;
}

/** Chooses the kind and starts the training. */
export function StartStep({ draft, store, state, onBack, onStarted }: StartStepProps) {
  const utils = trpc.useUtils();
  const listAgain = useCallback(() => utils.models.draft.invalidate(), [utils]);
  const { set } = usePhotoSet(draft.id, draft.photos, listAgain);

  return (
    <div className="grid gap-6">
      <p className="text-muted-foreground">
        <span className="font-medium text-foreground">{draft.name}</span>,{" "}
        {subjects[draft.subject].name.toLowerCase()}, {set.count} photos
      </p>
      <StartTraining
        modelId={draft.id}
        set={set}
        kind={state.kind}
        hasConsent={draft.hasConsent}
        onChoose={(kind) => {
          store.setState({ kind });
        }}
        onStarted={onStarted}
      >
        {(startButton) => (
          <StepActions>
            <Button variant="secondary" size="lg" onClick={onBack}>
              Back
            </Button>
            {startButton}
          </StepActions>
        )}
      </StartTraining>
    </div>
  );
}
