import { Skeleton } from "../ui/skeleton";
import { Spinner } from "../ui/spinner";

/** Keeps the place of Clerk's form while its script loads. */
export function AuthFormSkeleton() {
  return (
    <div className="relative grid w-100 max-w-[calc(100vw-2rem)] gap-5 rounded-2xl border bg-card p-8">
      <Skeleton className="mx-auto h-6 w-48" />
      <Skeleton className="mx-auto h-4 w-60" />
      <Skeleton className="mt-3 h-11" />
      <Skeleton className="h-11" />
      <Skeleton className="mt-2 h-11" />
      <Spinner label="Loading the form" className="sr-only" />
    </div>
  );
}
