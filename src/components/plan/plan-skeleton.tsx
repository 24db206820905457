import { Card } from "~/components/ui/card";
import { Skeleton } from "~/components/ui/skeleton";
import { VisuallyHidden } from "~/components/ui/visually-hidden";

/** The shape of the page while it is on its way. */
export function PlanSkeleton() {
  return (
    <div role="status" className="grid gap-10">
      <VisuallyHidden>Loading your plan</VisuallyHidden>
      <Card className="overflow-hidden">
        <div className="grid gap-3 p-5 sm:p-7">
          <Skeleton className="h-10 w-40" />
          <Skeleton className="h-5 w-64 max-w-full" />
        </div>
        <div className="grid gap-6 border-t bg-muted/40 p-5 sm:grid-cols-3 sm:p-7">
          {[0, 1, 2].map((place) => (
            <Skeleton key={place} className="h-24" />
          ))}
        </div>
      </Card>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {[0, 1, 2, 3].map((place) => (
          <Skeleton key={place} className="h-96 rounded-2xl" />
        ))}
      </div>
    </div>
  );
}
