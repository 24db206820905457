"use client";

import { lockedModels } from "~/catalog/entitlements";
import { trpc } from "~/trpc/react";

const holdsSlot = ["queued", "training", "ready"];

/** The models that the plan has no place for: all but the newest ones up to its slots. Empty while nobody knows. */
export function useLockedModels(): ReadonlySet<string> {
  const { data: models } = trpc.models.list.useQuery();
  const { data: entitlements } = trpc.account.entitlements.useQuery();
  if (!models || !entitlements) return new Set();
  const newestFirst = models.filter(({ status }) => holdsSlot.includes(status)).map(({ id }) => id);
  return lockedModels(newestFirst, entitlements.slots.total);
}
