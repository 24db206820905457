import type { Metadata } from "next";

import { ModelsList } from "~/components/models/models-list";
import { NewModelButton } from "~/components/models/new-model-button";
import { SlotsUsed } from "~/components/models/slots-used";
import { PageHeader } from "~/components/shell/page-header";
import { HydrateClient, trpc } from "~/trpc/server";

export const metadata: Metadata = { title: "Models" };

export default async function ModelsPage() {
  // Awaited: a query that ends between the server's rendering and the browser's would differ in the two.
  await Promise.all([
    trpc.models.list.prefetch(),
    trpc.models.draft.prefetch(),
    trpc.account.entitlements.prefetch(),
  ]);

  return (
    <HydrateClient>
      <PageHeader title="Models" description={<SlotsUsed />} actions={<NewModelButton />} />
      <ModelsList />
    </HydrateClient>
  );
}
