"use client";

import { ImageIcon } from "lucide-react";
import { useEffect, useRef } from "react";

import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Skeleton } from "~/components/ui/skeleton";
import { trpc } from "~/trpc/react";

import { GenerationResult } from "./generation-result";

/** How often a moving page asks, in ms: a picture is seen within about half of it. */
const POLL_MS = 700;

/** The latest generations, newest first; the server is the truth, so a reload loses nothing. */
export function Results() {
  const { data, isError, refetch } = trpc.generations.recent.useQuery(undefined, {
    refetchInterval: ({ state }) => (state.data?.some(isMoving) ? POLL_MS : false),
  });
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
      {data.map((generation) => (
        <GenerationResult key={generation.id} generation={generation} />
      ))}
    </section>
  );
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
