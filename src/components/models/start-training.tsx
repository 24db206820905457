"use client";

import type { ReactNode } from "react";

import { verdictOnTraining } from "~/catalog/entitlements";
import { photoRules } from "~/catalog/photo-rules";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import type { PhotoSet } from "~/components/uploads/arrange-photos";
import { trpc } from "~/trpc/react";
import type { ApiOutputs } from "~/trpc/react";

import { KindChoice } from "./kind-choice";
import type { ModelKind } from "./model-types";

interface StartTrainingProps {
  modelId: string;
  set: PhotoSet;
  kind: ModelKind;
  hasConsent: boolean;
  /** A trained model has its place: a new version of it takes no other. */
  hasSlot?: boolean;
  onChoose: (kind: ModelKind) => void;
  onStarted: () => void;
  /** What the button says. */
  words?: string;
  /** Places the button among others. */
  children: (startButton: ReactNode) => ReactNode;
}

/** The kind and the button that starts a training; for a draft, for one that is tried again, and for a new version. */
export function StartTraining(props: StartTrainingProps) {
  const { modelId, set, hasConsent, hasSlot = false, onChoose, onStarted, words = "Start training" } = props;
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

  const kind = account && chooseAllowed(account, { chosen: props.kind, hasSlot });
  const hindrance = describeHindrance(set, hasConsent) ?? (account && kind === undefined ? "" : undefined);

  const press = () => {
    if (kind) start.mutate({ modelId, kind });
  };

  return (
    <>
      <KindChoice account={account} kind={kind ?? "instant"} hasSlot={hasSlot} onChoose={onChoose} />
      {start.error && (
        <Alert tone="error" title="The training was not started">
          {start.error.message}
        </Alert>
      )}
      {props.children(
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
function chooseAllowed(
  account: ApiOutputs["account"]["entitlements"],
  { chosen, hasSlot }: { chosen: ModelKind; hasSlot: boolean },
): ModelKind | undefined {
  const wanted = account.offersFineTuning ? chosen : "instant";
  if (verdictOnTraining(account, { kind: wanted, hasSlot }) === true) return wanted;
  return verdictOnTraining(account, { kind: "instant", hasSlot }) === true ? "instant" : undefined;
}

function describeHindrance({ count, moving }: PhotoSet, hasConsent: boolean): string | undefined {
  if (!hasConsent) return "Agree to what is done with your photos first.";
  if (moving > 0) return `${moving === 1 ? "1 photo is" : `${moving} photos are`} still uploading.`;
  const missing = photoRules.minCount - count;
  if (missing > 0) return `Add ${missing} more ${missing === 1 ? "photo" : "photos"} first.`;
  return undefined;
}
