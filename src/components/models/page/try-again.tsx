"use client";

import { useCallback, useState } from "react";

import { Alert } from "~/components/ui/alert";
import { PhotoUploader } from "~/components/uploads/photo-uploader";
import { usePhotoSet } from "~/components/uploads/use-photo-set";
import { trpc } from "~/trpc/react";

import type { ModelKind, ShownModel } from "../model-types";
import { StartTraining } from "../start-training";

/** What went wrong, and everything needed to mend it: the photos, the kind and another start. */
export function TryAgain({ model }: { model: ShownModel }) {
  const { id: modelId, photos } = model;
  const utils = trpc.useUtils();
  const listAgain = useCallback(() => utils.models.byId.invalidate({ modelId }), [utils, modelId]);
  const { set, uploads } = usePhotoSet(modelId, photos, listAgain);
  const [kind, setKind] = useState<ModelKind>(model.kind);

  return (
    <>
      <Outcome model={model} />
      <section aria-labelledby="photos-title" className="grid gap-4">
        <h2 id="photos-title" className="text-heading font-semibold">
          Photos
        </h2>
        <PhotoUploader
          modelId={modelId}
          subject={model.subject}
          hasConsent={model.hasConsent}
          photos={photos}
          set={set}
          uploads={uploads}
          onChange={listAgain}
        />
      </section>
      <section aria-labelledby="again-title" className="grid gap-4">
        <h2 id="again-title" className="text-heading font-semibold">
          Train again
        </h2>
        <StartTraining
          modelId={modelId}
          set={set}
          kind={kind}
          hasConsent={model.hasConsent}
          onChoose={setKind}
          onStarted={() => {
            window.scrollTo({ top: 0 });
          }}
          words="Try again"
        >
          {(startButton) => <div className="flex flex-col sm:items-start">{startButton}</div>}
        </StartTraining>
      </section>
    </>
  );
}

function Outcome({ model }: { model: ShownModel }) {
  const { status, kind, failure } = model;
  if (status === "failed") {
    return (
      <Alert tone="error" title="The training failed">
        {failure ?? "Nobody knows why. Your photos are kept; try again."}
      </Alert>
    );
  }
  return (
    <Alert title="You cancelled this training">
      Your photos are kept{kind === "fine-tuned" ? ", and the fine-tuning was given back" : ""}. Start it
      again whenever you like.
    </Alert>
  );
}
