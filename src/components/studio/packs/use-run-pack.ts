"use client";

import { useRef } from "react";

import type { FluxModelId } from "~/catalog/flux-models";
import type { PackId } from "~/catalog/pack-names";
import { trpc } from "~/trpc/react";

interface Wish {
  pack: PackId;
  modelId: string | null;
  fluxModel: FluxModelId;
  count: number;
}

/** Runs a pack. A press that never reached us keeps its id, so that pressing again cannot pay twice. */
export function useRunPack(onStarted: () => void) {
  const api = trpc.useUtils();
  const lostPress = useRef<{ body: string; requestId: string } | null>(null);
  const mutation = trpc.generations.runPack.useMutation({
    onSuccess: async () => {
      lostPress.current = null;
      await Promise.all([api.generations.invalidate(), api.account.entitlements.invalidate()]);
      onStarted();
    },
    onError: (error) => {
      // The server's own answer ends the press; silence does not.
      if (error.data) lostPress.current = null;
      void api.account.entitlements.invalidate();
    },
  });

  function run(wish: Wish): void {
    if (mutation.isPending) return;
    const body = JSON.stringify(wish);
    const requestId = lostPress.current?.body === body ? lostPress.current.requestId : crypto.randomUUID();
    lostPress.current = { body, requestId };
    mutation.mutate({ requestId, ...wish });
  }

  const isOffline = mutation.error !== null && !mutation.error.data;
  const failure = isOffline
    ? "We could not be reached. Check your connection and run the pack again; you will not pay twice."
    : mutation.error?.message;
  return { run, isPending: mutation.isPending, failure };
}
