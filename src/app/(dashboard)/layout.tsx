import { auth } from "@clerk/nextjs/server";
import type { ReactNode } from "react";

import { AppShell } from "~/components/shell/app-shell";
import { ToastOutlet } from "~/components/ui/toast-outlet";
import { LiveOutlet } from "~/trpc/live/live-outlet";
import { TrpcProvider } from "~/trpc/provider";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  await auth.protect();

  return (
    <TrpcProvider>
      <AppShell>{children}</AppShell>
      <ToastOutlet />
      <LiveOutlet />
    </TrpcProvider>
  );
}
