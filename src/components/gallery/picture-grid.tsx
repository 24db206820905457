"use client";

import { useSyncExternalStore } from "react";

import { PictureFrame } from "~/components/ui/picture-frame";

import { arrangeColumns } from "./arrange-columns";
import type { GalleryPicture } from "./use-pictures";

/** Pictures in columns, each in its own shape, so that nothing is cropped and nothing jumps. */
export function PictureGrid({
  pictures,
  onOpen,
}: {
  pictures: GalleryPicture[];
  onOpen: (id: string) => void;
}) {
  const columns = arrangeColumns(pictures, useColumnCount());
  return (
    <ul aria-label="Pictures" className="flex items-start gap-2 sm:gap-3">
      {columns.map((column, index) => (
        <li key={index} className="min-w-0 flex-1">
          <ul className="grid gap-2 sm:gap-3">
            {column.map((picture) => (
              <li key={picture.id}>
                <PictureButton picture={picture} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function PictureButton({ picture, onOpen }: { picture: GalleryPicture; onOpen: (id: string) => void }) {
  const { id, prompt, widthPx, heightPx } = picture;
  return (
    <button
      type="button"
      aria-label={`Open: ${prompt}`}
      className="block w-full rounded-xl focus-ring"
      onClick={() => onOpen(id)}
    >
      <PictureFrame
        src={`/api/files/picture/${id}?as=thumbnail`}
        alt={prompt}
        aspect={`${widthPx ?? 1} / ${heightPx ?? 1}`}
      />
    </button>
  );
}

const wide = "(min-width: 1280px)";
const medium = "(min-width: 768px)";

/** Two columns on a phone, four on a laptop; the server draws the phone's. */
function useColumnCount(): number {
  return useSyncExternalStore(
    (notify) => {
      const queries = [window.matchMedia(wide), window.matchMedia(medium)];
      for (const query of queries) query.addEventListener("change", notify);
      return () => {
        for (const query of queries) query.removeEventListener("change", notify);
      };
    },
    () => (window.matchMedia(wide).matches ? 4 : window.matchMedia(medium).matches ? 3 : 2),
    () => 2,
  );
}
