"use client";

import { ImageIcon } from "lucide-react";

import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Skeleton } from "~/components/ui/skeleton";
import { trpc } from "~/trpc/react";

import { GenerationResult } from "./generation-result";

/** The latest generations, newest first; the server is the truth, so a reload loses nothing. */
export function Results() {
  const { data, isError, refetch } = trpc.generations.recent.useQuery();

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
