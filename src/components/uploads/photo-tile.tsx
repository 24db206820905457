"use client";

import { TriangleAlert, X } from "lucide-react";

import { photoWarnings } from "~/catalog/photo-rules";
import type { PhotoWarning } from "~/catalog/photo-rules";
import { cn } from "~/components/cn";
import { PictureFrame } from "~/components/ui/picture-frame";

import type { PhotoTileData } from "./arrange-photos";

interface PhotoTileProps {
  tile: PhotoTileData;
  /** What could be better about it. */
  warnings: readonly PhotoWarning[];
  isRemoving: boolean;
  onRemove: () => void;
}

const words = {
  examining: "Reading…",
  waiting: "Waiting",
  // Every byte is sent; the server's answer is awaited.
  uploading: "Saving…",
  checking: "Checking…",
  ready: null,
} as const satisfies Record<PhotoTileData["state"], string | null>;

/** One photo of the set, from the moment it was chosen. */
export function PhotoTile({ tile, warnings, isRemoving, onRemove }: PhotoTileProps) {
  const { name, state, percent, src } = tile;
  const isSending = state === "uploading" || state === "waiting" || state === "examining";

  return (
    <li data-testid="photo-tile" data-state={state} className={cn("relative", isRemoving && "opacity-40")}>
      <PictureFrame
        src={src}
        alt={name}
        aspect="1 / 1"
        placeholder={<span className="line-clamp-3 max-w-full text-xs break-words">{name}</span>}
      >
        {state === "ready" && warnings[0] && (
          <p className="absolute bottom-1.5 left-1.5 flex max-w-[calc(100%-0.75rem)] items-center gap-1 rounded-full bg-background/90 px-2 py-0.5 text-xs font-medium">
            <TriangleAlert aria-hidden className="size-3 shrink-0 text-warning" />
            <span className="truncate">
              {warnings.map((warning) => photoWarnings[warning].name).join(", ")}
            </span>
          </p>
        )}
        {words[state] !== null && (
          <div className="absolute inset-x-0 bottom-0 grid gap-1.5 bg-linear-to-t from-black/75 to-transparent px-2.5 pt-6 pb-2.5">
            <p className="text-xs font-medium text-white tabular-nums">
              {state === "uploading" && percent < 100 ? `${percent}%` : words[state]}
            </p>
            {state === "uploading" && (
              <div
                role="progressbar"
                aria-label={`Uploading ${name}`}
                aria-valuenow={percent}
                className="h-1 overflow-hidden rounded-full bg-white/35"
              >
                <div className="h-full bg-white transition-[width]" style={{ width: `${percent}%` }} />
              </div>
            )}
          </div>
        )}
      </PictureFrame>
      <button
        type="button"
        aria-label={`${isSending ? "Cancel" : "Remove"} ${name}`}
        title={name}
        disabled={isRemoving}
        onClick={onRemove}
        className="group absolute top-0 right-0 grid size-11 place-items-start justify-items-end rounded-xl p-1.5 focus-ring"
      >
        <span className="grid size-7 place-items-center rounded-full bg-black/55 text-white transition-colors group-hover:bg-black/80">
          <X aria-hidden className="size-4" />
        </span>
      </button>
    </li>
  );
}
