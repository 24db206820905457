"use client";

import { ImageIcon } from "lucide-react";
import dynamic from "next/dynamic";

import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Skeleton } from "~/components/ui/skeleton";
import { trpc } from "~/trpc/react";

import { GenerationResult } from "./generation-result";
import type { Generation } from "./generation-result";

// With `loading` each waits in its own place: without, the whole page would show its skeleton meanwhile.
const QueuePanel = dynamic(() => import("./queue/queue-panel").then((module) => module.QueuePanel), {
  loading: () => null,
});
const PressResult = dynamic(() => import("./press-result").then((module) => module.PressResult), {
  loading: ResultsSkeleton,
});

/** The latest generations, newest first; the server is the truth, so a reload loses nothing. */
export function Results() {
  const { data, isError, refetch } = trpc.generations.recent.useQuery();
  const { data: queue = [] } = trpc.generations.queue.useQuery();
  const { data: entitlements } = trpc.account.entitlements.useQuery();

  if (isError && !data) {
    return (
      <Alert
        tone="error"
        title="Your pictures could not be loaded"
        action={<Button onClick={() => void refetch()}>Try again</Button>}
      >
        They are safe. Check your connection.
      </Alert>
    );
  }
  if (!data) return <ResultsSkeleton />;
  if (data.length === 0) {
    return (
      <EmptyState
        icon={<ImageIcon />}
        title="Your pictures appear here"
        description="Write a prompt, choose a style and press Generate. The first picture takes a few seconds."
      />
    );
  }
  return (
    <section aria-label="Latest pictures" className="grid gap-12">
      {queue.length > 0 && <QueuePanel queue={queue} entitlements={entitlements} />}
      {groupByPress(data).map((press) =>
        press.length === 1 ? (
          <GenerationResult key={press[0].id} generation={press[0]} />
        ) : (
          <PressResult key={press[0].requestId} generations={press} />
        ),
      )}
    </section>
  );
}

/** The newest press first, its prompts in their own order. */
function groupByPress(generations: readonly Generation[]): [Generation, ...Generation[]][] {
  const presses = new Map<string, [Generation, ...Generation[]]>();
  for (const generation of generations) {
    const press = presses.get(generation.requestId);
    if (press) press.unshift(generation);
    else presses.set(generation.requestId, [generation]);
  }
  return [...presses.values()];
}

function ResultsSkeleton() {
  return (
    <div role="status" aria-label="Loading your pictures" className="grid gap-4">
      <Skeleton className="h-5 w-2/3" />
      <div className="grid grid-cols-2 gap-3">
        <Skeleton className="aspect-[4/5] rounded-xl" />
        <Skeleton className="aspect-[4/5] rounded-xl" />
      </div>
    </div>
  );
}
