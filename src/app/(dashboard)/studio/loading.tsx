import { PageHeader } from "~/components/shell/page-header";
import { StudioSkeleton } from "~/components/studio/studio-skeleton";

export default function Loading() {
  return (
    <>
      <PageHeader title="Studio" className="sm:mb-8" />
      <StudioSkeleton />
    </>
  );
}
