import type { Metadata } from "next";

import { Gallery } from "~/components/gallery/gallery";
import { HydrateClient, trpc } from "~/trpc/server";

export const metadata: Metadata = { title: "Gallery" };

export default function GalleryPage() {
  void trpc.pictures.list.prefetchInfinite({});
  // For the balance in the header: with the pictures it costs nothing more.
  void trpc.account.entitlements.prefetch();
  return (
    <HydrateClient>
      <Gallery />
    </HydrateClient>
  );
}
