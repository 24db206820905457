"use client";

import { ChevronDown, Sparkle } from "lucide-react";

import { photoWarnings } from "~/catalog/photo-rules";
import { Button } from "~/components/ui/button";
import { PictureFrame } from "~/components/ui/picture-frame";
import type { CoachedSet } from "~/pixels/coach-set";

import type { PhotoTileData } from "./arrange-photos";
import { CoachScore } from "./coach-score";

interface CoachPanelProps {
  coached: CoachedSet;
  tiles: readonly PhotoTileData[];
  /** Faces of animals are nobody's to find. */
  isPet: boolean;
  removing: ReadonlySet<string>;
  onRemove: (tile: PhotoTileData) => void;
}

/** How good the set is as a whole, what it lacks, and what could be better about which photo. It never stands in the way. */
export function CoachPanel({ coached, tiles, isPet, removing, onRemove }: CoachPanelProps) {
  const { score, missing, warnings, days, hasLookedForFaces } = coached;
  if (score === null) return null;
  const warned = tiles.filter(({ key }) => warnings.has(key));

  return (
    <section aria-label="Advice on your photos" data-testid="coach" className="rounded-2xl border bg-card">
      <div className="flex items-start gap-4 p-4 sm:gap-5 sm:p-5">
        <CoachScore score={score} />
        <div className="grid min-w-0 flex-1 gap-1.5 py-1 text-sm">
          <p className="font-medium">{headline(score, missing.length)}</p>
          <ul className="grid gap-1 text-muted-foreground">
            {missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {missing.length === 0 && <li>Different moments, sharp and well lit.</li>}
            {days > 1 && <li>Taken on {days} different days, which helps.</li>}
          </ul>
        </div>
      </div>
      {warned.length > 0 && (
        <details className="group border-t">
          <summary className="flex min-h-12 list-none items-center justify-between gap-4 rounded-b-2xl px-4 py-3 text-sm font-medium focus-ring sm:px-5 [&::-webkit-details-marker]:hidden">
            What could be better, photo by photo
            <ChevronDown
              aria-hidden
              className="size-4.5 text-muted-foreground transition-transform group-open:rotate-180"
            />
          </summary>
          <ul className="divide-y px-4 pb-2 sm:px-5">
            {warned.map((tile) => (
              <Advice
                key={tile.key}
                tile={tile}
                coached={coached}
                tiles={tiles}
                isRemoving={tile.photoId !== null && removing.has(tile.photoId)}
                onRemove={onRemove}
              />
            ))}
          </ul>
        </details>
      )}
      <p className="flex items-start gap-2 border-t px-4 py-3 text-xs text-muted-foreground sm:px-5">
        <Sparkle aria-hidden className="mt-0.5 size-3 shrink-0" />
        <span>
          These are hints, worked out on this device; you decide.
          {!isPet &&
            !hasLookedForFaces &&
            " This browser cannot find faces, so look yourself that each photo shows one, uncut and large enough."}
        </span>
      </p>
    </section>
  );
}

interface AdviceProps {
  tile: PhotoTileData;
  coached: CoachedSet;
  tiles: readonly PhotoTileData[];
  isRemoving: boolean;
  onRemove: (tile: PhotoTileData) => void;
}

function Advice({ tile, coached, tiles, isRemoving, onRemove }: AdviceProps) {
  const advice = coached.warnings.get(tile.key);
  if (!advice) return null;
  const twin = tiles.find(({ key }) => key === advice.alikeTo);
  return (
    <li data-testid="photo-advice" className="flex items-start gap-3 py-3">
      <div className="w-14 shrink-0">
        <PictureFrame src={tile.src} alt="" aspect="1 / 1" placeholder="" />
      </div>
      <div className="grid min-w-0 flex-1 gap-1 text-sm">
        <p className="truncate font-medium" title={tile.name}>
          {tile.name}
        </p>
        {advice.warnings.map((warning) => (
          <p key={warning} className="text-muted-foreground">
            <span className="text-foreground">
              {warning === "alike" && twin ? `Almost the same as ${twin.name}.` : photoWarnings[warning].what}
            </span>{" "}
            {photoWarnings[warning].fix}
          </p>
        ))}
      </div>
      <Button
        variant="ghost"
        size="sm"
        disabled={isRemoving}
        aria-label={`Take out ${tile.name}`}
        onClick={() => {
          onRemove(tile);
        }}
      >
        Take out
      </Button>
    </li>
  );
}

function headline(score: number, missing: number): string {
  if (missing === 0) return "A very good set";
  if (score >= 8) return "A good set";
  return score >= 5 ? "A fair set that could be better" : "This set can become much better";
}
