import type { ReactNode } from "react";

import { Badge } from "~/components/ui/badge";
import { PictureFrame } from "~/components/ui/picture-frame";
import type { ListedPhoto } from "~/components/uploads/listed-photo";

import type { ModelKind } from "../model-types";

interface ModelPhotosProps {
  kind: ModelKind;
  photos: readonly ListedPhoto[];
  /** What can be done with them, beside the heading. */
  children?: ReactNode;
}

/** The photos a model is made of; of an Instant model, those that go along with each picture first. */
export function ModelPhotos({ kind, photos, children }: ModelPhotosProps) {
  const usable = photos
    .filter((photo) => photo.status !== "refused")
    .toSorted(
      (a, b) => (a.referenceRank ?? Number.MAX_SAFE_INTEGER) - (b.referenceRank ?? Number.MAX_SAFE_INTEGER),
    );
  const isReference = (photo: ListedPhoto) => kind === "instant" && photo.referenceRank !== null;
  const references = usable.filter(isReference).length;

  return (
    <section aria-labelledby="model-photos" className="grid gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid gap-1">
          <h2 id="model-photos" className="text-heading font-semibold">
            Photos
          </h2>
          <p className="text-sm text-muted-foreground">
            {usable.length} photos{references > 0 && `; the best ${references} stand for you as references`}.
            Only you can see them.
          </p>
        </div>
        {children}
      </div>
      <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4 sm:gap-3 lg:grid-cols-6">
        {usable.map((photo) => (
          <li key={photo.id}>
            <PictureFrame
              src={photo.status === "ready" ? `/api/files/photo/${photo.id}?as=thumbnail` : undefined}
              alt={photo.name}
              aspect="1 / 1"
              placeholder="Checking…"
            >
              {isReference(photo) && (
                <Badge className="absolute bottom-1.5 left-1.5 bg-background/85 text-foreground">
                  Reference
                </Badge>
              )}
            </PictureFrame>
          </li>
        ))}
      </ul>
    </section>
  );
}
