import { SearchX } from "lucide-react";
import Link from "next/link";

import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";

/** In place of a model that is gone, was never there, or is somebody else's. */
export function ModelNotFound() {
  return (
    <EmptyState
      icon={<SearchX />}
      title="This model does not exist"
      description="It may have been deleted, the address may be mistyped, or it belongs to somebody else."
      action={
        <Button asChild>
          <Link href="/models">Go to your models</Link>
        </Button>
      }
    />
  );
}
