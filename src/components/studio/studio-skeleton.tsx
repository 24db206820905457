import { Skeleton } from "~/components/ui/skeleton";

/** The shape of a studio that is on its way. */
export function StudioSkeleton() {
  return (
    <div
      role="status"
      aria-label="Loading the studio"
      className="grid items-start gap-10 lg:grid-cols-[24rem_minmax(0,1fr)] xl:grid-cols-[26rem_minmax(0,1fr)]"
    >
      <div className="grid gap-6">
        <Skeleton className="h-11" />
        <Skeleton className="h-32" />
        <Skeleton className="h-44" />
        <Skeleton className="h-16" />
      </div>
      <Skeleton className="hidden aspect-[4/3] rounded-xl lg:block" />
    </div>
  );
}
