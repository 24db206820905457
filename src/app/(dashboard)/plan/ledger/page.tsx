import { Download } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";

import { LedgerView } from "~/components/plan/ledger/ledger-view";
import { PageHeader } from "~/components/shell/page-header";
import { Button } from "~/components/ui/button";
import { HydrateClient, trpc } from "~/trpc/server";

export const metadata: Metadata = { title: "Credit history" };

export default async function LedgerPage() {
  // Awaited: a query that ends between the server's rendering and the browser's would differ in the two.
  await trpc.billing.ledger.prefetchInfinite({});

  return (
    <HydrateClient>
      <PageHeader
        title="Credit history"
        description="What came, what went, and what for. The amounts add up to your balance, always."
        actions={
          <>
            <Button asChild variant="ghost">
              <Link href="/plan">Back to your plan</Link>
            </Button>
            <Button asChild variant="secondary">
              <a href="/api/ledger" download="likeness-credits.csv">
                <Download aria-hidden />
                Download CSV
              </a>
            </Button>
          </>
        }
      />
      <LedgerView />
    </HydrateClient>
  );
}
