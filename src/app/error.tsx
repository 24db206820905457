"use client";

import { DocumentLink } from "~/components/shell/document-link";

import { failureButton } from "./failure-classes";

/** It comes along with every page's script, so it leans on little. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main
      id="main"
      className="mx-auto grid min-h-dvh max-w-lg content-center justify-items-center gap-5 p-6 text-center"
    >
      <h1 className="font-serif text-title">Something went wrong on our side</h1>
      <p className="text-lead text-muted-foreground">
        Your photos, pictures and credits are as they were. What you were doing may not have been saved.
      </p>
      <div className="mt-2 flex flex-wrap justify-center gap-3">
        <button type="button" className={failureButton.primary} onClick={reset}>
          Try again
        </button>
        <DocumentLink href="/" className={failureButton.secondary}>
          Start page
        </DocumentLink>
      </div>
      {error.digest && (
        <p className="text-xs text-muted-foreground tabular-nums">
          If you write to us, quote {error.digest}.
        </p>
      )}
    </main>
  );
}
