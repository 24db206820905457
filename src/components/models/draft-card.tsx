"use client";

import { PencilLine } from "lucide-react";
import Link from "next/link";

import { photoRules } from "~/catalog/photo-rules";
import { subjects } from "~/catalog/subjects";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";

import type { DraftModel } from "./model-types";

/** The model that is being set up, to go on with. */
export function DraftCard({ draft }: { draft: DraftModel }) {
  const count = draft.photos.filter((photo) => photo.status !== "refused").length;
  const { minCount, maxCount } = photoRules;
  return (
    <Card
      data-testid="draft-card"
      className="flex flex-wrap items-center gap-4 border-dashed p-4 sm:flex-nowrap sm:p-5"
    >
      <span
        aria-hidden
        className="grid size-12 shrink-0 place-items-center rounded-xl bg-accent text-accent-foreground"
      >
        <PencilLine className="size-5" />
      </span>
      <div className="grid min-w-0 flex-1 gap-1">
        <h2 className="flex items-center gap-2">
          <span className="truncate font-semibold">{draft.name}</span>
          <Badge>Draft</Badge>
        </h2>
        <p className="text-sm text-muted-foreground tabular-nums">
          {subjects[draft.subject].name}, {count} of {minCount}–{maxCount} photos
        </p>
      </div>
      <Button asChild className="max-sm:w-full">
        <Link href="/models/new" aria-label={`Continue ${draft.name}`}>
          Continue
        </Link>
      </Button>
    </Card>
  );
}
