"use client";

import { useState } from "react";

import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";

interface CouldNotLoadProps {
  /** What is missing: "Your models". */
  what: string;
  error: string | undefined;
  onRetry: () => Promise<unknown>;
}

/** In place of what could not be read from the server. */
export function CouldNotLoad({ what, error, onRetry }: CouldNotLoadProps) {
  const [isPending, setPending] = useState(false);
  return (
    <Alert
      tone="error"
      title={`${what} could not be loaded`}
      action={
        <Button
          variant="secondary"
          size="sm"
          pending={isPending}
          onClick={() => {
            setPending(true);
            void onRetry().finally(() => {
              setPending(false);
            });
          }}
        >
          Try again
        </Button>
      }
    >
      {/\.$/.test(error ?? "") ? error : "The server could not be reached. Check your connection."}
    </Alert>
  );
}
