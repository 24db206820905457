import { auth } from "@clerk/nextjs/server";
import type { ReactNode } from "react";

import { AppShell } from "~/components/shell/app-shell";
import { TrpcProvider } from "~/trpc/provider";
import { HydrateClient, trpc } from "~/trpc/server";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  await auth.protect();
  // For the balance in the header, which is alive before the page below it; it travels with what the page reads.
  void trpc.account.entitlements.prefetch();

  return (
    <TrpcProvider>
      <HydrateClient>
        <AppShell>{children}</AppShell>
      </HydrateClient>
    </TrpcProvider>
  );
}
