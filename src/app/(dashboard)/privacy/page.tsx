import type { Metadata } from "next";

import { PrivacyView } from "~/components/privacy/privacy-view";
import { PageHeader } from "~/components/shell/page-header";
import { HydrateClient, trpc } from "~/trpc/server";

export const metadata: Metadata = { title: "Privacy" };

export default async function PrivacyPage() {
  // Awaited: a query that ends between the server's rendering and the browser's would differ in the two.
  await trpc.privacy.overview.prefetch();

  return (
    <HydrateClient>
      <PageHeader
        title="Privacy"
        description="What we keep of you, where it is, and when it goes. Take it with you, or have it gone."
      />
      <PrivacyView />
    </HydrateClient>
  );
}
