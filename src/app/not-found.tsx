import type { Metadata } from "next";
import Link from "next/link";

import { MessagePage } from "~/components/shell/message-page";
import { Button } from "~/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <MessagePage
      title="There is nothing here"
      actions={
        <>
          <Button asChild size="lg">
            <Link href="/studio">Go to the studio</Link>
          </Button>
          <Button asChild size="lg" variant="secondary">
            <Link href="/">Start page</Link>
          </Button>
        </>
      }
    >
      <p>The address may be mistyped, or what was here has been deleted, or it belongs to somebody else.</p>
    </MessagePage>
  );
}
