import { auth } from "@clerk/nextjs/server";
import type { Metadata } from "next";

import { ModelWizard } from "~/components/models/wizard/model-wizard";
import { PageHeader } from "~/components/shell/page-header";
import { HydrateClient, trpc } from "~/trpc/server";

export const metadata: Metadata = { title: "New model" };

export default async function NewModelPage() {
  const { userId } = await auth.protect();
  await Promise.all([trpc.models.draft.prefetch(), trpc.account.entitlements.prefetch()]);

  return (
    <HydrateClient>
      <PageHeader
        title="New model"
        description="Photos in, a model of your own out. You can leave at any time and go on later."
      />
      <ModelWizard userId={userId} />
    </HydrateClient>
  );
}
