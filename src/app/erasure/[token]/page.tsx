import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { ErasureView } from "~/components/privacy/erasure-view";
import { Wordmark } from "~/components/shell/wordmark";
import { TrpcProvider } from "~/trpc/provider";
import { trpc } from "~/trpc/server";

export const metadata: Metadata = {
  title: "Your deletion",
  robots: { index: false, follow: false },
  // The link is a secret of whoever has it: no site that is gone to from here may learn it.
  referrer: "no-referrer",
};

export default async function ErasurePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const erasure = await readErasure(token);
  return (
    <TrpcProvider>
      <div className="page-width grid gap-10 py-6 pb-16">
        <header>
          <Wordmark href="/" />
        </header>
        <main id="main" className="mx-auto grid w-full max-w-2xl gap-8">
          <ErasureView token={token} initial={erasure} />
        </main>
      </div>
    </TrpcProvider>
  );
}

async function readErasure(token: string) {
  try {
    return await trpc.privacy.erasure({ token });
  } catch (error) {
    // What is no token at all is as unknown as another.
    const code = error instanceof TRPCError ? error.code : undefined;
    if (code === "NOT_FOUND" || code === "BAD_REQUEST") notFound();
    throw error;
  }
}
