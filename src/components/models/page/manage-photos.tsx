"use client";

import { useCallback, useState } from "react";

import { Button } from "~/components/ui/button";
import { PhotoUploader } from "~/components/uploads/photo-uploader";
import { usePhotoSet } from "~/components/uploads/use-photo-set";
import { trpc } from "~/trpc/react";

import type { ModelKind, ShownModel } from "../model-types";
import { StartTraining } from "../start-training";
import { ModelPhotos } from "./model-photos";

/** The photos of a trained model: looked at, or changed and made into a new version. */
export function ManagePhotos({ model }: { model: ShownModel }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <ChangePhotos model={model} onClose={() => setOpen(false)} />;
  return (
    <ModelPhotos kind={activeKindOf(model)} photos={model.photos}>
      {!model.isLocked && (
        <Button
          variant="secondary"
          onClick={() => {
            setOpen(true);
          }}
        >
          Change photos
        </Button>
      )}
    </ModelPhotos>
  );
}

function ChangePhotos({ model, onClose }: { model: ShownModel; onClose: () => void }) {
  const { id: modelId, subject, photos, hasConsent } = model;
  const utils = trpc.useUtils();
  const listAgain = useCallback(() => utils.models.byId.invalidate({ modelId }), [utils, modelId]);
  const { set, uploads } = usePhotoSet(modelId, photos, listAgain);
  const [kind, setKind] = useState<ModelKind>(activeKindOf(model));

  return (
    <>
      <section aria-labelledby="photos-title" className="grid gap-4">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="grid max-w-prose gap-1">
            <h2 id="photos-title" className="text-heading font-semibold">
              Change photos
            </h2>
            <p className="text-sm text-muted-foreground">
              What you add counts once you train a new version. What you remove is deleted for good, and the
              version in use goes on without it.
            </p>
          </div>
          <Button variant="secondary" onClick={onClose}>
            Done
          </Button>
        </div>
        <PhotoUploader
          modelId={modelId}
          subject={subject}
          hasConsent={hasConsent}
          photos={photos}
          set={set}
          uploads={uploads}
          onChange={listAgain}
        />
      </section>
      <section aria-labelledby="version-title" className="grid gap-4">
        <div className="grid max-w-prose gap-1">
          <h2 id="version-title" className="text-heading font-semibold">
            Train a new version
          </h2>
          <p className="text-sm text-muted-foreground">
            The version you have goes on making pictures until the new one is ready, and stays after that.
          </p>
        </div>
        <StartTraining
          modelId={modelId}
          set={set}
          kind={kind}
          hasConsent={hasConsent}
          hasSlot
          onChoose={setKind}
          onStarted={() => {
            window.scrollTo({ top: 0 });
            onClose();
          }}
          words="Train new version"
        >
          {(startButton) => <div className="flex flex-col sm:items-start">{startButton}</div>}
        </StartTraining>
      </section>
    </>
  );
}

function activeKindOf({ kind, versions }: ShownModel): ModelKind {
  return versions.find((version) => version.isActive)?.kind ?? kind;
}
