import { WizardSkeleton } from "~/components/models/wizard/wizard-skeleton";
import { PageHeader } from "~/components/shell/page-header";

export default function Loading() {
  return (
    <>
      <PageHeader title="New model" description={"\u00a0"} />
      <WizardSkeleton />
    </>
  );
}
