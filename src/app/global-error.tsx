"use client";

import "./globals.css";

import { failureButton } from "./failure-classes";

/** Stands in for the whole document when the root layout itself fails, so it leans on nothing but the stylesheet. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Likeness</title>
        <main className="mx-auto grid min-h-dvh max-w-lg content-center justify-items-center gap-5 p-6 text-center">
          <h1 className="font-serif text-title">Something went wrong on our side</h1>
          <p className="text-lead text-muted-foreground">
            Your photos, pictures and credits are as they were. Loading the page again usually helps.
          </p>
          <button type="button" className={failureButton.primary} onClick={reset}>
            Load again
          </button>
          {error.digest && (
            <p className="text-xs text-muted-foreground">If you write to us, quote {error.digest}.</p>
          )}
        </main>
      </body>
    </html>
  );
}
