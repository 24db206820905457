import { GallerySkeleton } from "~/components/gallery/gallery-skeleton";
import { PageHeader } from "~/components/shell/page-header";

export default function Loading() {
  return (
    <>
      <PageHeader title="Gallery" />
      <GallerySkeleton />
    </>
  );
}
