"use client";

import { Alert } from "~/components/ui/alert";
import { PageHeader } from "~/components/shell/page-header";
import { trpc } from "~/trpc/react";

import { subjects } from "~/catalog/subjects";

import { KindBadge, LockedBadge, StatusBadge } from "../model-badges";
import { ModelNotFound } from "../model-not-found";
import { isMoving } from "../model-types";
import type { ShownModel } from "../model-types";
import { DeleteModel } from "./delete-model";
import { LockedNotice } from "./locked-notice";
import { ManagePhotos } from "./manage-photos";
import { MakePictures } from "./make-pictures";
import { ModelPhotos } from "./model-photos";
import { ModelVersions } from "./model-versions";
import { TrainingPanel } from "./training-panel";
import { TryAgain } from "./try-again";

/** A model's page. */
export function ModelView({ initial }: { initial: ShownModel }) {
  const { data, error } = trpc.models.byId.useQuery({ modelId: initial.id }, { initialData: initial });
  const { id, name, kind, status, subject, isLocked } = data;

  if (error?.data?.code === "NOT_FOUND") return <ModelNotFound />;
  return (
    <>
      <PageHeader
        title={name}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <KindBadge kind={kind} />
            {isLocked ? <LockedBadge /> : <StatusBadge status={status} />}
            <span className="text-sm">{subjects[subject].name}</span>
          </span>
        }
        actions={data.activeVersionId !== null && !isLocked && <MakePictures modelId={id} />}
      />
      <div className="grid gap-8">
        {error && (
          <Alert tone="warning" title="This page is not up to date">
            The server could not be reached. What you see was true a moment ago; reload the page to look
            again.
          </Alert>
        )}
        {isLocked && <LockedNotice />}
        {isMoving(status) && <TrainingPanel model={data} />}
        {status === "ready" && data.failure !== null && (
          <Alert tone="warning" title="The new version was not trained">
            {data.failure} The version in use stays as it was.
          </Alert>
        )}
        {(status === "failed" || status === "cancelled") && <TryAgain model={data} />}
        {status === "ready" && <ManagePhotos model={data} />}
        {isMoving(status) && <ModelPhotos kind={kind} photos={data.photos} />}
        <ModelVersions model={data} />
        <DeleteModel model={data} />
      </div>
    </>
  );
}
