"use client";

import { useEffect, useMemo, useState } from "react";

import type { CoachedSet } from "~/pixels/coach-set";

import type { PhotoSet } from "./arrange-photos";
import type { coachPhotos } from "./coach-photos";
import type { ListedPhoto } from "./listed-photo";
import type { Upload } from "./uploads-store";

/** What the coach says of a set; null while there is no photo. Its code comes with the first one. */
export function useCoach({
  set,
  photos,
  uploads,
  isPet,
}: {
  set: PhotoSet;
  photos: readonly ListedPhoto[];
  uploads: readonly Upload[];
  isPet: boolean;
}): CoachedSet | null {
  const [coach, setCoach] = useState<{ look: typeof coachPhotos } | null>(null);
  const hasPhotos = set.tiles.length > 0;
  useEffect(() => {
    if (!hasPhotos) return;
    // Without it nothing is said: offline, and after a new version was deployed.
    void import("./coach-photos").then(
      ({ coachPhotos: look }) => setCoach({ look }),
      () => undefined,
    );
  }, [hasPhotos]);
  return useMemo(
    () => (coach && hasPhotos ? coach.look({ set, photos, uploads, isPet }) : null),
    [coach, hasPhotos, set, photos, uploads, isPet],
  );
}
