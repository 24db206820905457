"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { trpc } from "../react";
import { keepLive } from "./keep-live";
import { refresh } from "./refresh";
import { whatMoves } from "./what-moves";

/** Keeps everything that moves on the page moving, over one connection a tab. Renders nothing. */
export function Live() {
  const client = useQueryClient();
  const api = trpc.useUtils();
  useEffect(() => {
    const cache = client.getQueryCache();
    return keepLive({
      whatMoves: (since) => whatMoves(cache, since),
      onNews: (notify) =>
        cache.subscribe(({ type }) => {
          if (type === "updated" || type === "added") queueMicrotask(notify);
        }),
      refresh: (topics) => refresh(api, topics),
    });
  }, [client, api]);
  return null;
}
