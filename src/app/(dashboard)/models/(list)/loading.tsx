import { ModelsSkeleton } from "~/components/models/models-skeleton";
import { PageHeader } from "~/components/shell/page-header";

export default function Loading() {
  return (
    <>
      <PageHeader title="Models" description={"\u00a0"} />
      <ModelsSkeleton />
    </>
  );
}
