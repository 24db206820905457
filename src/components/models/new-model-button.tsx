"use client";

import { Plus } from "lucide-react";
import Link from "next/link";

import { Button } from "~/components/ui/button";
import { trpc } from "~/trpc/react";

import { useDraft } from "./use-draft";

/** Leads to the wizard; while the plan has no slot left it cannot be pressed, and the reason stands beside it. */
export function NewModelButton({ words = "New model", size = "md" }: { words?: string; size?: "md" | "lg" }) {
  const { data } = trpc.account.entitlements.useQuery();
  const draft = useDraft();
  const verdict = data?.canTrainInstant ?? true;

  if (verdict === true) {
    return (
      // While a draft waits, going on with it is the main thing to do; this leads there too.
      <Button asChild size={size} variant={draft.data ? "secondary" : "primary"}>
        <Link href="/models/new">
          <Plus aria-hidden />
          {words}
        </Link>
      </Button>
    );
  }
  return (
    <div className="grid justify-items-start gap-1.5 sm:justify-items-end">
      <Button size={size} disabled aria-describedby="no-slot-left">
        <Plus aria-hidden />
        {words}
      </Button>
      <p id="no-slot-left" className="max-w-72 text-sm text-muted-foreground sm:text-right">
        {verdict}
      </p>
    </div>
  );
}
