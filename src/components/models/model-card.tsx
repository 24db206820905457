"use client";

import { UserRound } from "lucide-react";
import Link from "next/link";

import { Card } from "~/components/ui/card";
import { PictureFrame } from "~/components/ui/picture-frame";

import { KindBadge, LockedBadge, StatusBadge } from "./model-badges";
import { isMoving } from "./model-types";
import type { ListedModel } from "./model-types";
import { TrainingProgress } from "./training-progress";

/** A model in the list; the whole card leads to its page. */
export function ModelCard({ model }: { model: ListedModel }) {
  const { id, name, kind, status, coverPhotoId, photoCount, failure, isLocked } = model;
  return (
    <Card
      data-testid="model-card"
      className="group relative flex h-full overflow-hidden transition-[border-color,box-shadow] focus-within:border-input hover:border-input hover:shadow-lift sm:flex-col"
    >
      <div className="w-28 shrink-0 sm:w-full">
        <PictureFrame
          src={coverPhotoId === null ? undefined : `/api/files/photo/${coverPhotoId}?as=thumbnail`}
          alt=""
          aspect="1 / 1"
          placeholder={<UserRound aria-hidden className="size-6" />}
          className="rounded-none max-sm:aspect-auto! max-sm:h-full max-sm:min-h-32"
        />
      </div>
      <div className="grid min-w-0 flex-1 content-start gap-3 p-4 sm:p-5">
        <div className="grid gap-2">
          <h2 className="truncate text-heading font-semibold">
            <Link href={`/models/${id}`} className="focus-ring after:absolute after:inset-0">
              {name}
            </Link>
          </h2>
          <p className="flex flex-wrap items-center gap-1.5">
            <KindBadge kind={kind} />
            {isLocked ? <LockedBadge /> : <StatusBadge status={status} />}
          </p>
        </div>
        {isMoving(status) ? (
          <TrainingProgress model={model} />
        ) : (
          <p className="line-clamp-3 text-sm text-muted-foreground">
            {isLocked
              ? "Over the limit of your plan. A larger plan or deleting a newer model unlocks it."
              : describe(status, photoCount, failure)}
          </p>
        )}
      </div>
    </Card>
  );
}

function describe(status: ListedModel["status"], photoCount: number, failure: string | null): string {
  const photos = photoCount === 1 ? "1 photo" : `${photoCount} photos`;
  if (status === "failed") return failure ?? "The training failed.";
  if (status === "cancelled") return `You cancelled its training. ${photos} kept.`;
  return photos;
}
