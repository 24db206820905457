import type { Metadata } from "next";

import { Studio } from "~/components/studio/studio";
import { HydrateClient, trpc } from "~/trpc/server";

export const metadata: Metadata = { title: "Studio" };

export default async function StudioPage({
  searchParams,
}: {
  searchParams: Promise<{ model?: string; again?: string; seed?: string }>;
}) {
  const { model, again, seed } = await searchParams;
  // Awaited: a query that ends between the server's rendering and the browser's would differ in the two.
  await Promise.all([
    trpc.models.list.prefetch(),
    trpc.generations.recent.prefetch(),
    trpc.generations.queue.prefetch(),
    trpc.account.entitlements.prefetch(),
  ]);
  return (
    <HydrateClient>
      <Studio modelId={model} againPictureId={again} isNextSeed={seed === "next"} />
    </HydrateClient>
  );
}
