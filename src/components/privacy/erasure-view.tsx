"use client";

import { CircleCheck } from "lucide-react";

import { ReceiptDetails } from "~/components/receipt/receipt-details";
import { AfterHydration } from "~/components/shell/after-hydration";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { Spinner } from "~/components/ui/spinner";
import { trpc } from "~/trpc/react";

import { CopyLink } from "./copy-link";
import { DownloadReceipt } from "./download-receipt";
import type { Erasure } from "./privacy-types";

const ASK_EVERY_MS = 1000;

/** How a deletion goes, provider by provider, and the receipt at its end. For whoever has the link. */
export function ErasureView({ token, initial }: { token: string; initial: Erasure }) {
  const { data, isError } = trpc.privacy.erasure.useQuery(
    { token },
    {
      initialData: initial,
      refetchInterval: ({ state }) => (state.data?.finishedAt ? false : ASK_EVERY_MS),
    },
  );
  const what = data.scope === "account" ? "Your account" : "Your model";
  if (data.receipt) {
    return (
      <>
        <div className="grid gap-2">
          <h1 className="font-serif text-title">{what} is deleted</h1>
          <p className="text-muted-foreground">
            Every provider has confirmed. Keep the receipt: anyone can check it at any time, without an
            account, and it names nobody.
          </p>
        </div>
        <DownloadReceipt receipt={data.receipt} />
        <ReceiptDetails receipt={data.receipt.receipt} />
      </>
    );
  }
  return (
    <>
      <div className="grid gap-2">
        <h1 className="font-serif text-title">{what} is being deleted</h1>
        <p className="text-muted-foreground">
          {data.scope === "account"
            ? "Our own records of you are gone already. Now each provider confirms that what it held is gone, too."
            : "It is gone from your account. Now each provider confirms that what it held is gone, too."}{" "}
          You can close this page and come back by its link; we send no e-mail.
        </p>
      </div>
      <AfterHydration fallback={null}>
        <CopyLink path={`/erasure/${token}`} />
      </AfterHydration>
      {isError && (
        <Alert tone="warning" title="This page cannot reach us">
          The deletion goes on without it. It tries again by itself.
        </Alert>
      )}
      <Card>
        <ul aria-live="polite" className="divide-y">
          {data.parts.map(({ kind, provider, what: thing, confirmed, total, problem }) => (
            <li key={kind} className="flex items-start gap-3.5 px-5 py-4 sm:px-6">
              {confirmed === total ? (
                <CircleCheck aria-label="Confirmed" className="mt-0.5 size-5 shrink-0 text-success" />
              ) : (
                <span className="mt-0.5 shrink-0">
                  <Spinner label="Under way" />
                </span>
              )}
              <span className="grid gap-0.5 text-sm">
                <span className="font-medium">
                  {provider}
                  {total > 1 && (
                    <span className="font-normal text-muted-foreground tabular-nums">
                      {" "}
                      {confirmed} of {total}
                    </span>
                  )}
                </span>
                <span className="text-muted-foreground">{thing}</span>
                {problem && (
                  <span className="text-warning">{problem} We go on trying until it confirms.</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      {data.settlesAt && (
        <p className="text-sm text-muted-foreground">
          Something was being made when you left. We wait a few minutes for it, to throw it away.
        </p>
      )}
    </>
  );
}
