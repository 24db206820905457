"use client";

import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { PictureFrame } from "~/components/ui/picture-frame";
import { trpc } from "~/trpc/react";

import { KindBadge } from "../model-badges";
import { isMoving } from "../model-types";
import type { ShownModel } from "../model-types";
import { DeleteVersion } from "./delete-version";

/** Enough to tell one version from another. */
const SHOWN_PHOTOS = 6;

interface VersionCardProps {
  model: ShownModel;
  version: ShownModel["versions"][number];
}

/** One version: of which photos, of which kind, since when, and what it makes; in use, or a press away from it. */
export function VersionCard({ model, version }: VersionCardProps) {
  const { number, kind, createdAt, photos, photoCount, samples, isActive } = version;
  const gone = photoCount - photos.length;
  return (
    <li>
      <Card data-testid="version-card" className="grid h-full content-start gap-4 p-4 sm:p-5">
        <div className="flex flex-wrap items-center gap-2">
          <h3 className="mr-auto font-semibold">Version {number}</h3>
          {isActive && <Badge tone="success">In use</Badge>}
          <KindBadge kind={kind} />
        </div>
        <p className="text-sm text-muted-foreground">
          {createdAt.toLocaleDateString("en", {
            day: "numeric",
            month: "long",
            year: "numeric",
            timeZone: "UTC",
          })}
          , {photoCount === 1 ? "1 photo" : `${photoCount} photos`}
          {gone > 0 && `, ${gone} of them removed since`}
        </p>
        <Pictures
          label={`Pictures by version ${number}`}
          pictures={samples.map(({ id, prompt }) => ({
            src: `/api/files/picture/${id}?as=thumbnail`,
            alt: prompt,
          }))}
          empty="No pictures yet"
        />
        <ul aria-label={`Photos of version ${number}`} className="flex gap-1">
          {photos.slice(0, SHOWN_PHOTOS).map(({ id }) => (
            <li key={id} className="min-w-0 flex-1">
              <PictureFrame
                src={`/api/files/photo/${id}?as=thumbnail`}
                alt=""
                aspect="1 / 1"
                className="rounded-md"
              />
            </li>
          ))}
        </ul>
        {!isActive && <Actions model={model} version={version} />}
      </Card>
    </li>
  );
}

function Pictures({
  label,
  pictures,
  empty,
}: {
  label: string;
  pictures: { src: string; alt: string }[];
  empty: string;
}) {
  if (pictures.length === 0) {
    return (
      <p className="grid aspect-[4/1] place-items-center rounded-xl bg-muted text-sm text-muted-foreground">
        {empty}
      </p>
    );
  }
  return (
    <ul aria-label={label} className="grid grid-cols-4 gap-1.5">
      {pictures.map(({ src, alt }) => (
        <li key={src}>
          <PictureFrame src={src} alt={alt} aspect="1 / 1" className="rounded-lg" />
        </li>
      ))}
    </ul>
  );
}

function Actions({ model, version }: VersionCardProps) {
  const { id: modelId, status } = model;
  const utils = trpc.useUtils();
  const use = trpc.models.activateVersion.useMutation({
    onSettled: () => Promise.all([utils.models.byId.invalidate({ modelId }), utils.models.list.invalidate()]),
  });
  return (
    <div className="mt-auto grid gap-2">
      <div className="flex flex-wrap gap-2">
        <Button
          variant="secondary"
          size="sm"
          pending={use.isPending}
          disabled={isMoving(status)}
          aria-label={`Use version ${version.number}`}
          onClick={() => {
            use.mutate({ versionId: version.id });
          }}
        >
          Use this version
        </Button>
        <DeleteVersion modelId={modelId} version={version} />
      </div>
      {use.error && (
        <p role="alert" className="text-sm text-danger">
          {use.error.message}
        </p>
      )}
    </div>
  );
}
