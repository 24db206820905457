import Link from "next/link";

import { MessagePage } from "~/components/shell/message-page";
import { Button } from "~/components/ui/button";

export default function SharedNotFound() {
  return (
    <MessagePage
      title="This picture is not shared"
      actions={
        <Button asChild size="lg">
          <Link href="/">What Likeness is</Link>
        </Button>
      }
    >
      <p>
        Its owner has stopped sharing it or deleted it, or part of the link is missing. Ask whoever sent it to
        you.
      </p>
    </MessagePage>
  );
}
