import type { Metadata } from "next";

import { Gallery } from "~/components/gallery/gallery";
import { HydrateClient, trpc } from "~/trpc/server";

export const metadata: Metadata = { title: "Gallery" };

export default async function GalleryPage() {
  // Awaited: a query that ends between the server's rendering and the browser's would differ in the two.
  await trpc.pictures.list.prefetchInfinite({});
  return (
    <HydrateClient>
      <Gallery />
    </HydrateClient>
  );
}
