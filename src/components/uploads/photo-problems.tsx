"use client";

import { CircleAlert, RotateCw, X } from "lucide-react";

import { Button } from "~/components/ui/button";
import { Spinner } from "~/components/ui/spinner";

import type { PhotoProblem } from "./arrange-photos";

interface PhotoProblemsProps {
  problems: readonly PhotoProblem[];
  /** Ids of photos that are being removed. */
  removing: ReadonlySet<string>;
  onRemove: (problem: PhotoProblem) => void;
  onRetry: (uploadId: string) => void;
}

/** The files that will not be used, each by its name, with the reason and what to do. */
export function PhotoProblems({ problems, removing, onRemove, onRetry }: PhotoProblemsProps) {
  if (problems.length === 0) return null;
  const heading = problems.length === 1 ? "1 file was not added" : `${problems.length} files were not added`;
  const retryable = problems.filter((problem) => problem.canRetry);

  return (
    <section aria-label={heading} className="rounded-2xl border border-warning/30 bg-warning-soft">
      <div className="flex min-h-13 items-center justify-between gap-3 px-4 pt-2">
        <h3 className="flex items-center gap-2.5 text-sm font-medium">
          <CircleAlert aria-hidden className="size-4.5 shrink-0 text-warning" />
          {heading}
        </h3>
        {retryable.length > 1 && (
          <Button
            variant="ghost"
            size="sm"
            onClick={() => {
              for (const { uploadId } of retryable) if (uploadId !== null) onRetry(uploadId);
            }}
          >
            <RotateCw aria-hidden />
            Retry all
          </Button>
        )}
      </div>
      <ul className="divide-y divide-warning/20">
        {problems.map((problem) => (
          <Problem
            key={problem.key}
            problem={problem}
            isRemoving={problem.photoId !== null && removing.has(problem.photoId)}
            onRemove={onRemove}
            onRetry={onRetry}
          />
        ))}
      </ul>
    </section>
  );
}

interface ProblemProps {
  problem: PhotoProblem;
  isRemoving: boolean;
  onRemove: (problem: PhotoProblem) => void;
  onRetry: (uploadId: string) => void;
}

function Problem({ problem, isRemoving, onRemove, onRetry }: ProblemProps) {
  const { name, reason, canRetry, uploadId } = problem;
  return (
    <li data-testid="photo-problem" className="flex items-start gap-2 py-1.5 pr-1.5 pl-4">
      <div className="grid min-w-0 flex-1 justify-items-start py-1.5 text-sm">
        <p className="max-w-full truncate font-medium" title={name}>
          {name}
        </p>
        <p className="text-foreground/80">{reason}</p>
        {canRetry && uploadId !== null && (
          <Button
            variant="link"
            size="sm"
            aria-label={`Retry ${name}`}
            onClick={() => {
              onRetry(uploadId);
            }}
          >
            <RotateCw aria-hidden />
            Retry
          </Button>
        )}
      </div>
      <Button
        variant="ghost"
        size="icon"
        disabled={isRemoving}
        aria-label={`Remove ${name}`}
        onClick={() => {
          onRemove(problem);
        }}
      >
        {isRemoving ? <Spinner label="" /> : <X aria-hidden />}
      </Button>
    </li>
  );
}
