import type { Metadata } from "next";
import Link from "next/link";

import { PlanView } from "~/components/plan/plan-view";
import { PageHeader } from "~/components/shell/page-header";
import { Button } from "~/components/ui/button";
import { HydrateClient, trpc } from "~/trpc/server";

export const metadata: Metadata = { title: "Plan" };

export default async function PlanPage({ searchParams }: { searchParams: Promise<{ checkout?: string }> }) {
  const { checkout } = await searchParams;
  // Awaited: a query that ends between the server's rendering and the browser's would differ in the two.
  await Promise.all([trpc.billing.overview.prefetch(), trpc.billing.invoices.prefetch()]);

  return (
    <HydrateClient>
      <PageHeader
        title="Plan"
        description="What you have, what is left of it, and what you pay."
        actions={
          <Button asChild variant="secondary">
            <Link href="/plan/ledger">Credit history</Link>
          </Button>
        }
      />
      <PlanView checkoutId={checkout} />
    </HydrateClient>
  );
}
