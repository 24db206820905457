import { Skeleton } from "~/components/ui/skeleton";
import { VisuallyHidden } from "~/components/ui/visually-hidden";

/** The shape of the wizard while the draft is on its way. */
export function WizardSkeleton() {
  return (
    <div role="status" className="grid gap-6">
      <VisuallyHidden>Loading your draft</VisuallyHidden>
      <Skeleton className="h-7 w-full" />
      <Skeleton className="h-8 w-56" />
      <Skeleton className="h-11 w-full max-w-2xl" />
      <Skeleton className="h-28 w-full max-w-2xl" />
    </div>
  );
}
