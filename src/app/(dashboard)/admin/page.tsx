import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { AdminView } from "~/components/admin/admin-view";
import { PageHeader } from "~/components/shell/page-header";
import { HydrateClient, trpc } from "~/trpc/server";

export const metadata: Metadata = { title: "Operator", robots: { index: false, follow: false } };

export default async function AdminPage() {
  const overview = await readOverview();
  return (
    <HydrateClient>
      <PageHeader
        title="Operator"
        description="What is stuck, what failed and why, what each plan brings, and what people reported."
      />
      <AdminView initial={overview} />
    </HydrateClient>
  );
}

async function readOverview() {
  try {
    return await trpc.admin.overview();
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
