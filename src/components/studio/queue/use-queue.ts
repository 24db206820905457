"use client";

import { toast } from "sonner";

import { trpc } from "~/trpc/react";
import type { ApiOutputs } from "~/trpc/react";

export type QueuedPress = ApiOutputs["generations"]["queue"][number];

/** What can be done with presses that wait. The order changes at once and is put right by the server's answer. */
export function useQueueActions() {
  const api = trpc.useUtils();
  const reorder = trpc.generations.reorder.useMutation({
    onMutate: async ({ requestIds }) => {
      await api.generations.queue.cancel();
      api.generations.queue.setData(undefined, (queue) =>
        queue?.toSorted(
          (one, other) => requestIds.indexOf(one.requestId) - requestIds.indexOf(other.requestId),
        ),
      );
    },
    onError: (error) => {
      toast.error(error.data ? error.message : "The order could not be changed. Check your connection.");
    },
    onSettled: () => api.generations.queue.invalidate(),
  });

  const cancel = trpc.generations.cancel.useMutation({
    onSuccess: ({ pictures, credits }) => toast.success(cancelledInWords(pictures, credits)),
    onError: (error) => {
      toast.error(
        error.data ? error.message : "It could not be cancelled. Check your connection and try again.",
      );
    },
    onSettled: async () => {
      await Promise.all([api.generations.invalidate(), api.account.entitlements.invalidate()]);
    },
  });
  return { reorder, cancel };
}

function cancelledInWords(pictures: number, credits: number): string {
  if (pictures === 0) return "All of it had started already: nothing was cancelled.";
  const cancelled = pictures === 1 ? "1 picture cancelled." : `${pictures} pictures cancelled.`;
  if (credits === 0) return cancelled;
  return `${cancelled} ${credits === 1 ? "1 credit is" : `${credits} credits are`} back.`;
}
