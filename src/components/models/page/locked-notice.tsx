"use client";

import Link from "next/link";

import { plans } from "~/catalog/plans";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { trpc } from "~/trpc/react";

/** Why a model makes no pictures now, and how it does again. */
export function LockedNotice() {
  const { data } = trpc.account.entitlements.useQuery();
  if (!data) return null;
  const { slots, plan } = data;
  const models = slots.total === 1 ? "1 model" : `${slots.total ?? ""} models`;
  return (
    <Alert
      tone="warning"
      title="This model is locked"
      action={
        <>
          <Button asChild size="sm">
            <Link href="/plan">See plans</Link>
          </Button>
          <Button asChild size="sm" variant="secondary">
            <Link href="/models">All models</Link>
          </Button>
        </>
      }
    >
      The {plans[plan].name} plan keeps {models} at a time, and your newer ones take it. Nothing of this one
      is deleted: it opens again with a larger plan, or when you delete a newer model.
    </Alert>
  );
}
