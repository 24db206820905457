"use client";

import Link from "next/link";

import { MessagePage } from "~/components/shell/message-page";
import { Button } from "~/components/ui/button";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <MessagePage
      title="Something went wrong on our side"
      actions={
        <>
          <Button size="lg" onClick={reset}>
            Try again
          </Button>
          <Button asChild size="lg" variant="secondary">
            <Link href="/">Start page</Link>
          </Button>
        </>
      }
      footnote={error.digest && <>If you write to us, quote {error.digest}.</>}
    >
      <p>Your photos, pictures and credits are as they were. What you were doing may not have been saved.</p>
    </MessagePage>
  );
}
