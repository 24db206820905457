import type { Metadata } from "next";

import { ModelsList } from "~/components/models/models-list";
import { NewModelButton } from "~/components/models/new-model-button";
import { SlotsUsed } from "~/components/models/slots-used";
import { PageHeader } from "~/components/shell/page-header";
import { HydrateClient, trpc } from "~/trpc/server";

export const metadata: Metadata = { title: "Models" };

export default function ModelsPage() {
  void trpc.models.list.prefetch();
  void trpc.models.draft.prefetch();
  void trpc.account.entitlements.prefetch();

  return (
    <HydrateClient>
      <PageHeader title="Models" description={<SlotsUsed />} actions={<NewModelButton />} />
      <ModelsList />
    </HydrateClient>
  );
}
