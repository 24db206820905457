import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";

import { ModelView } from "~/components/models/page/model-view";
import { HydrateClient, trpc } from "~/trpc/server";

interface ModelPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: ModelPageProps): Promise<Metadata> {
  return { title: (await readModel((await params).id)).name };
}

// No loading.tsx here or above: a page that has begun to stream can no longer answer 404.
export default async function ModelPage({ params }: ModelPageProps) {
  const model = await readModel((await params).id);
  if (model.status === "draft") redirect("/models/new");

  return (
    <HydrateClient>
      <ModelView initial={model} />
    </HydrateClient>
  );
}

const readModel = cache(async (modelId: string) => {
  try {
    return await trpc.models.byId({ modelId });
  } catch (error) {
    // An id that is no id at all is as unknown as another.
    const code = error instanceof TRPCError ? error.code : undefined;
    if (code === "NOT_FOUND" || code === "BAD_REQUEST") notFound();
    throw error;
  }
});
