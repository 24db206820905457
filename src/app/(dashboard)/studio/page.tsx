import type { Metadata } from "next";

import { Studio } from "~/components/studio/studio";
import { HydrateClient, trpc } from "~/trpc/server";

export const metadata: Metadata = { title: "Studio" };

export default async function StudioPage({
  searchParams,
}: {
  searchParams: Promise<{ model?: string; again?: string }>;
}) {
  const { model, again } = await searchParams;
  void trpc.models.list.prefetch();
  void trpc.generations.recent.prefetch();
  void trpc.account.entitlements.prefetch();
  return (
    <HydrateClient>
      <Studio modelId={model} againPictureId={again} />
    </HydrateClient>
  );
}
