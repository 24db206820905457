import type { Metadata } from "next";

import { DocumentLink } from "~/components/shell/document-link";
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
            <DocumentLink href="/studio">Go to the studio</DocumentLink>
          </Button>
          <Button asChild size="lg" variant="secondary">
            <DocumentLink href="/">Start page</DocumentLink>
          </Button>
        </>
      }
    >
      <p>The address may be mistyped, or what was here has been deleted, or it belongs to somebody else.</p>
    </MessagePage>
  );
}
