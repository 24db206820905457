"use client";

import { Coins } from "lucide-react";

import { CouldNotLoad } from "~/components/models/could-not-load";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Skeleton } from "~/components/ui/skeleton";
import { trpc } from "~/trpc/react";

import { FailureLine, failureInWords } from "../failure-line";
import { LedgerRow, ledgerColumns } from "./ledger-row";

/** Every entry of the user's credits, newest first, a page at a time. */
export function LedgerView() {
  const ledger = trpc.billing.ledger.useInfiniteQuery(
    {},
    { staleTime: 0, getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
  );
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = ledger;

  if (error && !data) {
    return <CouldNotLoad what="Your credits" error={failureInWords(error)} onRetry={refetch} />;
  }
  if (!data) return <LedgerSkeleton />;

  const entries = data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) {
    return (
      <EmptyState
        icon={<Coins />}
        title="No credit has moved yet"
        description="Each credit that comes or goes is written down here, with what it was for."
      />
    );
  }
  return (
    <div className="grid gap-6">
      <Card className="overflow-hidden">
        <table aria-label="Credits" className="block w-full text-sm sm:table">
          <thead className="max-sm:sr-only">
            <tr className="border-b text-left text-muted-foreground">
              {ledgerColumns.map(({ name, className }) => (
                <th key={name} scope="col" className={className}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="block divide-y sm:table-row-group">
            {entries.map((entry) => (
              <LedgerRow key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      </Card>
      {hasNextPage ? (
        <div className="flex flex-wrap justify-center gap-3 text-center">
          <Button variant="secondary" pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {error ? "Try again" : "Show older"}
          </Button>
          <FailureLine error={error} />
        </div>
      ) : (
        <p className="text-center text-sm text-muted-foreground">This is where it began.</p>
      )}
    </div>
  );
}

function LedgerSkeleton() {
  return (
    <Card role="status" aria-label="Loading your credits" className="grid gap-4 p-5">
      {[0, 1, 2, 3, 4, 5].map((place) => (
        <Skeleton key={place} className="h-6" />
      ))}
    </Card>
  );
}
