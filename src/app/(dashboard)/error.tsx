"use client";

import { Arrival } from "~/trpc/arrival";

import { failureButton } from "../failure-classes";

/** Keeps the navigation when a signed-in page fails. It comes along with each of them, so it leans on little. */
export default function DashboardError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <div role="alert" className="grid gap-1 rounded-xl border border-danger/25 bg-danger-soft p-4 text-sm">
      <p className="font-medium">Something went wrong on our side</p>
      <p className="leading-relaxed text-foreground/80">
        Your photos, pictures and credits are as they were.
      </p>
      {error.digest && <p className="text-muted-foreground">If you write to us, quote {error.digest}.</p>}
      <button type="button" className={`${failureButton.secondary} mt-2 w-fit`} onClick={reset}>
        Try again
      </button>
      <Arrival />
    </div>
  );
}
