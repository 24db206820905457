import { Skeleton } from "~/components/ui/skeleton";

const skeletonShapes = ["4/5", "1/1", "2/3", "3/4", "4/5", "16/9", "4/5", "1/1"];

/** The shape of a gallery that is on its way. */
export function GallerySkeleton() {
  return (
    <div
      role="status"
      aria-label="Loading your gallery"
      className="grid grid-cols-2 items-start gap-3 md:grid-cols-3 xl:grid-cols-4"
    >
      {skeletonShapes.map((aspectRatio, index) => (
        <Skeleton key={index} className="rounded-xl" style={{ aspectRatio }} />
      ))}
    </div>
  );
}
