"use client";

import { useState } from "react";
import type { ReactNode } from "react";

import { consent } from "~/catalog/consent";
import { photoRules } from "~/catalog/photo-rules";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { CheckboxOption } from "~/components/ui/checkbox-option";
import type { PhotoSet } from "~/components/uploads/arrange-photos";
import { trpc } from "~/trpc/react";

import { KindChoice, verdictOn } from "./kind-choice";
import type { ModelKind } from "./model-types";

interface StartTrainingProps {
  modelId: string;
  set: PhotoSet;
  kind: ModelKind;
  hasConsented: boolean;
  onChoose: (choice: { kind: ModelKind } | { hasConsented: boolean }) => void;
  onStarted: () => void;
  /** What the button says. */
  words?: string;
  /** Places the button among others. */
  children: (startButton: ReactNode) => ReactNode;
}

/** The kind, the consent and the button that starts a training; for a draft, and for one that is tried again. */
export function StartTraining(props: StartTrainingProps) {
  const { modelId, set, hasConsented, onChoose, onStarted, words = "Start training", children } = props;
  const [asksForConsent, setAsksForConsent] = useState(false);
  const utils = trpc.useUtils();
  const { data: account } = trpc.account.entitlements.useQuery();
  const start = trpc.models.startTraining.useMutation({
    onSuccess: onStarted,
    // What the page believed of the plan or of the photos may be what was wrong.
    onSettled: () =>
      Promise.all([
        utils.account.entitlements.invalidate(),
        utils.models.list.invalidate(),
        utils.models.draft.invalidate(),
        utils.models.byId.invalidate({ modelId }),
      ]),
  });

  const kind = account && chooseAllowed(account, props.kind);
  const hindrance = describeHindrance(set) ?? (account && kind === undefined ? "" : undefined);

  const press = () => {
    setAsksForConsent(!hasConsented);
    if (hasConsented && kind) start.mutate({ modelId, kind, consentVersion: consent.version });
  };

  return (
    <>
      <KindChoice
        account={account}
        kind={kind ?? "instant"}
        onChoose={(chosen) => {
          onChoose({ kind: chosen });
        }}
      />
      <CheckboxOption
        checked={hasConsented}
        onCheckedChange={(checked) => {
          onChoose({ hasConsented: checked === true });
          setAsksForConsent(false);
        }}
        note={consent.explanation}
        error={asksForConsent && "Confirm this to start the training."}
      >
        {consent.statement}
      </CheckboxOption>
      {start.error && (
        <Alert tone="error" title="The training was not started">
          {start.error.message}
        </Alert>
      )}
      {children(
        <div className="flex flex-col gap-2 sm:flex-row sm:items-center sm:gap-4">
          {hindrance && (
            <p id="start-hindrance" className="text-sm text-muted-foreground max-sm:text-center">
              {hindrance}
            </p>
          )}
          <Button
            size="lg"
            pending={start.isPending || start.isSuccess}
            disabled={hindrance !== undefined || !account}
            aria-describedby={hindrance ? "start-hindrance" : undefined}
            onClick={press}
          >
            {words}
          </Button>
        </div>,
      )}
    </>
  );
}

/** What was chosen when the plan allows it, otherwise what it does allow. */
function chooseAllowed(account: Parameters<typeof verdictOn>[0], chosen: ModelKind): ModelKind | undefined {
  const wanted = account.offersFineTuning ? chosen : "instant";
  if (verdictOn(account, wanted) === true) return wanted;
  return account.canTrainInstant === true ? "instant" : undefined;
}

function describeHindrance({ count, moving }: PhotoSet): string | undefined {
  if (moving > 0) return `${moving === 1 ? "1 photo is" : `${moving} photos are`} still uploading.`;
  const missing = photoRules.minCount - count;
  if (missing > 0) return `Add ${missing} more ${missing === 1 ? "photo" : "photos"} first.`;
  return undefined;
}
