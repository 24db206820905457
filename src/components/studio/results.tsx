"use client";

import { ImageIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useRef } from "react";

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

/** How often a moving page asks, in ms: a picture is seen within about half of it. */
const POLL_MS = 700;

/** The latest generations, newest first; the server is the truth, so a reload loses nothing. */
export function Results() {
  const { data, isError, refetch } = trpc.generations.recent.useQuery(undefined, {
    refetchInterval: ({ state }) => (state.data?.some(isMoving) ? POLL_MS : false),
  });
  const isAnyMoving = data?.some(isMoving) ?? false;
  const { data: queue = [] } = trpc.generations.queue.useQuery(undefined, {
    refetchInterval: ({ state }) => (isAnyMoving || (state.data?.length ?? 0) > 0 ? POLL_MS : false),
  });
  const { data: entitlements } = trpc.account.entitlements.useQuery();
  useBalanceWhenSettled(data?.filter(isMoving).length);

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

function isMoving(generation: { status: string }): boolean {
  return generation.status !== "done";
}

/** Failed and refused pictures give credits back: the balance is read again when a generation ends. */
function useBalanceWhenSettled(moving: number | undefined): void {
  const api = trpc.useUtils();
  const before = useRef(moving);
  useEffect(() => {
    if ((before.current ?? 0) > (moving ?? 0)) void api.account.entitlements.invalidate();
    before.current = moving;
  }, [moving, api]);
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
