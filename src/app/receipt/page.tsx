import type { Metadata } from "next";

import { ReceiptCheck } from "~/components/receipt/receipt-check";
import { DocumentLink } from "~/components/shell/document-link";
import { Wordmark } from "~/components/shell/wordmark";

export const metadata: Metadata = {
  title: "Check a receipt",
  description: "Whether a deletion's receipt is signed by us, and unchanged. No account needed.",
};

export default function ReceiptPage() {
  return (
    <div className="page-width grid gap-10 py-6 pb-16">
      <header>
        <Wordmark href="/" />
      </header>
      <main id="main" className="mx-auto grid w-full max-w-2xl gap-8">
        <div className="grid gap-2">
          <h1 className="font-serif text-title">Check a receipt</h1>
          <p className="text-muted-foreground">
            Whoever deletes a model or an account here gets a receipt, signed with Ed25519. Drop the file or
            paste its text, and we say whether we signed it and whether a single bit was changed. Nothing of
            it is kept. To check it without us, use the{" "}
            <DocumentLink
              href="/api/receipts/keys"
              className="rounded underline underline-offset-4 focus-ring"
            >
              public key
            </DocumentLink>
            .
          </p>
        </div>
        <ReceiptCheck />
      </main>
    </div>
  );
}
