"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";

import { generationRules } from "~/catalog/generation-rules";
import { cn } from "~/components/cn";
import { Button } from "~/components/ui/button";

import type { Entitlements } from "../use-studio";
import { QueueItem } from "./queue-item";
import { useQueueActions } from "./use-queue";
import type { QueuedPress } from "./use-queue";

const { picturesAtOnce, maxQueued } = generationRules;

/** What waits its turn: in which order, and what it can be told. */
export function QueuePanel({
  queue,
  entitlements,
}: {
  queue: readonly QueuedPress[];
  entitlements: Entitlements | undefined;
}) {
  const [isOpen, setOpen] = useState(false);
  const { reorder, cancel } = useQueueActions();
  const pictures = queue.reduce((sum, press) => sum + press.waiting, 0);
  const ids = queue.map((press) => press.requestId);

  function move(from: number, to: number): void {
    const id = ids[from];
    if (id === undefined) return;
    reorder.mutate({ requestIds: ids.toSpliced(from, 1).toSpliced(to, 0, id) });
  }

  return (
    <section aria-label="Queue" className="rounded-xl border px-4 py-2">
      <div className="flex items-center justify-between gap-4">
        <p role="status" className="text-sm">
          <span className="font-medium">
            {pictures} {pictures === 1 ? "picture waits" : "pictures wait"}
          </span>
          <span className="text-muted-foreground"> · {picturesAtOnce} are made at once</span>
        </p>
        <Button
          variant="ghost"
          size="sm"
          className="-mr-2"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronDown aria-hidden className={cn("transition-transform", isOpen && "rotate-180")} />
          Queue
        </Button>
      </div>
      {isOpen && (
        <div className="grid gap-2 pb-2">
          <ol className="grid max-h-96 divide-y overflow-y-auto">
            {queue.map((press, index) => (
              <QueueItem
                key={press.requestId}
                press={press}
                onFirst={index > 0 ? () => move(index, 0) : undefined}
                onUp={index > 0 ? () => move(index, index - 1) : undefined}
                onDown={index < queue.length - 1 ? () => move(index, index + 1) : undefined}
                onCancel={() => cancel.mutate({ requestId: press.requestId })}
                isCancelling={cancel.isPending && cancel.variables.requestId === press.requestId}
              />
            ))}
          </ol>
          <p className="text-xs text-muted-foreground">
            {picturesAtOnce} of your pictures are made at once and up to {maxQueued} can be in the queue, so
            that everybody gets their turn; paid plans go first when it is busy.
            {entitlements?.hourly &&
              ` Your plan makes ${entitlements.hourly.total} pictures an hour: ${entitlements.hourly.used} were asked for in the last 60 minutes.`}
          </p>
        </div>
      )}
    </section>
  );
}
