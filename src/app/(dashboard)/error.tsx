"use client";

import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";

/** Keeps the navigation when a signed-in page fails. */
export default function DashboardError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Alert
      tone="error"
      title="Something went wrong on our side"
      action={
        <Button size="sm" variant="secondary" onClick={reset}>
          Try again
        </Button>
      }
    >
      <p>Your photos, pictures and credits are as they were.</p>
      {error.digest && <p className="text-muted-foreground">If you write to us, quote {error.digest}.</p>}
    </Alert>
  );
}
