"use client";

import { useCallback } from "react";

import { photoRules } from "~/catalog/photo-rules";
import { PhotoUploader } from "~/components/uploads/photo-uploader";
import { usePhotoSet } from "~/components/uploads/use-photo-set";
import { Button } from "~/components/ui/button";
import { trpc } from "~/trpc/react";

import type { DraftModel } from "../model-types";
import { PhotoGuide } from "./photo-guide";
import { StepActions } from "./step-actions";

interface PhotosStepProps {
  draft: DraftModel;
  onBack: () => void;
  onDone: () => void;
}

/** Collects the draft's photos. Uploads go on when one leaves the step. */
export function PhotosStep({ draft, onBack, onDone }: PhotosStepProps) {
  const utils = trpc.useUtils();
  const listAgain = useCallback(() => utils.models.draft.invalidate(), [utils]);
  const { set, uploads } = usePhotoSet(draft.id, draft.photos, listAgain);
  const missing = photoRules.minCount - set.count;

  return (
    <div className="grid gap-6">
      {draft.hasConsent && <PhotoGuide subject={draft.subject} startsOpen={draft.photos.length === 0} />}
      <PhotoUploader
        modelId={draft.id}
        subject={draft.subject}
        hasConsent={draft.hasConsent}
        photos={draft.photos}
        set={set}
        uploads={uploads}
        onChange={listAgain}
      />
      <StepActions>
        <Button variant="secondary" size="lg" onClick={onBack}>
          Back
        </Button>
        <div className="flex flex-col gap-2 sm:flex-row sm:items-center sm:gap-4">
          {missing > 0 && (
            <p id="photos-missing" className="text-sm text-muted-foreground max-sm:text-center">
              Add {missing} more {missing === 1 ? "photo" : "photos"} to go on.
            </p>
          )}
          <Button
            size="lg"
            disabled={missing > 0}
            aria-describedby={missing > 0 ? "photos-missing" : undefined}
            onClick={onDone}
          >
            Continue
          </Button>
        </div>
      </StepActions>
    </div>
  );
}
