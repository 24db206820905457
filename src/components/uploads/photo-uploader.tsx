"use client";

import dynamic from "next/dynamic";
import { useCallback, useEffect, useRef, useState } from "react";

import { photoRules } from "~/catalog/photo-rules";
import type { SubjectId } from "~/catalog/subjects";
import { cn } from "~/components/cn";
import { Progress } from "~/components/ui/progress";
import { trpc } from "~/trpc/react";

import { addPhotos, retryUpload } from "./add-photos";
import type { PhotoSet } from "./arrange-photos";
import { ConsentPanel } from "./consent-panel";
import type { ListedPhoto } from "./listed-photo";
import { PhotoDropzone } from "./photo-dropzone";
import { PhotoProblems } from "./photo-problems";
import { PhotoTile } from "./photo-tile";
import { dropUpload } from "./run-uploads";
import { sumUpUploads } from "./sum-up-uploads";
import type { Upload } from "./uploads-store";
import { useCoach } from "./use-coach";

const CoachPanel = dynamic(() => import("./coach-panel").then((panel) => panel.CoachPanel), { ssr: false });

interface PhotoUploaderProps {
  modelId: string;
  subject: SubjectId;
  /** Whether the user has agreed to what is done with these photos; before that none is chosen. */
  hasConsent: boolean;
  photos: readonly ListedPhoto[];
  /** Both from `usePhotoSet`. */
  set: PhotoSet;
  uploads: readonly Upload[];
  /** Lists the model's photos again. */
  onChange: () => Promise<unknown>;
}

/** Where photos are chosen, sent, looked at and removed; for a draft, and for a model that is tried again. */
export function PhotoUploader(props: PhotoUploaderProps) {
  const { modelId, subject, hasConsent, photos, set, uploads, onChange } = props;
  const { tiles, problems, count, room } = set;
  const { remove, removing, removeError } = useRemoval(onChange);
  // Files are still being judged long after they were dropped: by then the list has moved on.
  const latestPhotos = useRef(photos);
  useEffect(() => {
    latestPhotos.current = photos;
  }, [photos]);
  const listPhotos = useCallback(() => latestPhotos.current, []);
  const { minCount, maxCount } = photoRules;
  const isPet = subject === "pet";
  const coached = useCoach({ set, photos, uploads, isPet });

  return (
    <div className="grid gap-5">
      {hasConsent ? (
        <PhotoDropzone
          room={room}
          onFiles={(files) => {
            addPhotos(modelId, files, listPhotos);
          }}
        />
      ) : (
        <ConsentPanel modelId={modelId} onAgreed={onChange} />
      )}
      <PhotoProblems
        problems={problems}
        removing={removing}
        onRemove={remove}
        onRetry={(uploadId) => {
          retryUpload(uploadId, listPhotos);
        }}
      />
      {removeError && (
        <p role="alert" className="text-sm text-danger">
          {removeError}
        </p>
      )}
      <div className={cn("grid gap-2", !hasConsent && count === 0 && "hidden")}>
        <p className="flex items-baseline justify-between gap-4 text-sm">
          <span data-testid="photo-count" className="font-medium tabular-nums">
            {count} of {minCount}–{maxCount}
          </span>
          <span className="text-muted-foreground">{sayHowMany(count)}</span>
        </p>
        <Progress value={(count / maxCount) * 100} label={`${count} of ${minCount} to ${maxCount} photos`} />
      </div>
      {coached && (
        <CoachPanel coached={coached} tiles={tiles} isPet={isPet} removing={removing} onRemove={remove} />
      )}
      {tiles.length > 0 && (
        <ul aria-label="Photos" className="grid grid-cols-3 gap-2 sm:grid-cols-4 sm:gap-3 lg:grid-cols-6">
          {tiles.map((tile) => (
            <PhotoTile
              key={tile.key}
              tile={tile}
              warnings={coached?.warnings.get(tile.key)?.warnings ?? []}
              isRemoving={tile.photoId !== null && removing.has(tile.photoId)}
              onRemove={() => {
                remove(tile);
              }}
            />
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {sumUpUploads(uploads)}
      </p>
    </div>
  );
}

function sayHowMany(count: number): string {
  const { minCount, maxCount } = photoRules;
  if (count < minCount) return `${minCount - count} more to go on`;
  if (count < maxCount) return "Enough. More variety helps.";
  return "As many as a model takes";
}

/** Removes a photo from the server, or a file that has not got there. */
function useRemoval(onChange: () => Promise<unknown>) {
  const [removing, setRemoving] = useState<ReadonlySet<string>>(new Set());
  const { mutateAsync, error } = trpc.models.removePhoto.useMutation();

  const remove = ({ photoId, uploadId }: { photoId: string | null; uploadId: string | null }) => {
    if (photoId === null) {
      if (uploadId !== null) dropUpload(uploadId);
      return;
    }
    setRemoving((ids) => new Set(ids).add(photoId));
    void mutateAsync({ photoId })
      .catch((failure: unknown) => failure) // shown below, by `error`
      .then(onChange)
      .finally(() => {
        setRemoving((ids) => new Set([...ids].filter((id) => id !== photoId)));
      });
  };

  return { remove, removing, removeError: error?.message };
}
