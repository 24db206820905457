import { Card } from "~/components/ui/card";
import { Skeleton } from "~/components/ui/skeleton";
import { VisuallyHidden } from "~/components/ui/visually-hidden";

/** The shape of the list while it is on its way. */
export function ModelsSkeleton() {
  return (
    <div role="status" className="grid gap-4 sm:grid-cols-2 sm:gap-6 lg:grid-cols-3">
      <VisuallyHidden>Loading your models</VisuallyHidden>
      {[0, 1, 2].map((place) => (
        <Card key={place} className="flex overflow-hidden sm:flex-col">
          <Skeleton className="min-h-32 w-28 rounded-none sm:aspect-square sm:w-full" />
          <div className="grid flex-1 content-start gap-3 p-4 sm:p-5">
            <Skeleton className="h-6 w-2/5" />
            <Skeleton className="h-5 w-3/5" />
          </div>
        </Card>
      ))}
    </div>
  );
}
