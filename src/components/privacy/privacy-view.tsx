"use client";

import { CouldNotLoad } from "~/components/models/could-not-load";
import { failureInWords } from "~/components/plan/failure-line";
import { Skeleton } from "~/components/ui/skeleton";
import { VisuallyHidden } from "~/components/ui/visually-hidden";
import { trpc } from "~/trpc/react";

import { DeleteAccount } from "./delete-account";
import { ExportData } from "./export-data";
import { ModelsKept } from "./models-kept";
import { ReceiptsOfModels } from "./receipts-of-models";
import { RetentionChoice } from "./retention-choice";
import { StoredThings } from "./stored-things";

const ASK_EVERY_MS = 1000;

/** The privacy page: what is kept, for how long, and how to take it along or have it gone. */
export function PrivacyView() {
  const { data, error, refetch } = trpc.privacy.overview.useQuery(undefined, {
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.erasures.some((erasure) => !erasure.finishedAt) ? ASK_EVERY_MS : false,
  });
  if (error && !data) {
    return <CouldNotLoad what="Your privacy page" error={failureInWords(error)} onRetry={refetch} />;
  }
  if (!data) return <PrivacySkeleton />;
  return (
    <div className="grid gap-12 sm:gap-16">
      <StoredThings privacy={data} />
      <RetentionChoice privacy={data} />
      <ExportData privacy={data} />
      <ModelsKept privacy={data} />
      {data.erasures.length > 0 && <ReceiptsOfModels erasures={data.erasures} />}
      <DeleteAccount />
    </div>
  );
}

function PrivacySkeleton() {
  return (
    <div role="status" className="grid gap-6">
      <VisuallyHidden>Loading your privacy page</VisuallyHidden>
      <Skeleton className="h-72 rounded-2xl" />
      <Skeleton className="h-48 rounded-2xl" />
    </div>
  );
}
