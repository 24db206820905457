import type { Metadata } from "next";

import { Gallery } from "~/components/gallery/gallery";
import { readFilter } from "~/components/gallery/filter-address";
import { HydrateClient, trpc } from "~/trpc/server";

export const metadata: Metadata = { title: "Gallery" };

interface GalleryPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function GalleryPage({ searchParams }: GalleryPageProps) {
  const said = await searchParams;
  const filter = readFilter({ get: (name) => [said[name]].flat()[0] ?? null });
  // Awaited: a query that ends between the server's rendering and the browser's would differ in the two.
  await Promise.all([trpc.pictures.list.prefetchInfinite(filter), trpc.models.list.prefetch()]);
  return (
    <HydrateClient>
      <Gallery />
    </HydrateClient>
  );
}
