import type { Metadata } from "next";

import { ReportForm } from "~/components/sharing/report-form";
import { Wordmark } from "~/components/shell/wordmark";
import { TrpcProvider } from "~/trpc/provider";

export const metadata: Metadata = {
  title: "Report a picture",
  robots: { index: false, follow: false },
  // The link is a secret of whoever has it: no site that is gone to from here may learn it.
  referrer: "no-referrer",
};

export default async function ReportPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <TrpcProvider>
      <div className="page-width grid gap-10 py-6 pb-16">
        <header>
          <Wordmark href="/" />
        </header>
        <main id="main" className="mx-auto grid w-full max-w-xl gap-8">
          <div className="grid gap-2">
            <h1 className="font-serif text-title">Report this picture</h1>
            <p className="text-muted-foreground">
              It is hidden the moment you send this, for everyone. Then a person looks at it and decides. You
              need no account, and we cannot write to you: say below what we should know.
            </p>
          </div>
          <ReportForm token={token} />
        </main>
      </div>
    </TrpcProvider>
  );
}
