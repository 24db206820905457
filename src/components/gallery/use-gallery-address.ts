"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";

import type { PictureFilter } from "~/catalog/gallery-rules";

import { readFilter, writeFilter } from "./filter-address";

/**
 * What the address says: which pictures are asked for, and which one is open. The back button closes it, a reload keeps
 * both, and a link can say them. The address changes without asking the server for the page again, whose list of
 * pictures could be older than ours.
 */
export function useGalleryAddress() {
  const params = useSearchParams();
  const openId = params.get("picture");
  const filter = useMemo(() => readFilter(params), [params]);
  return { filter, openId, changeFilter, open, close };
}

/** Changes some of what is asked for. Of two changes in a row the second builds on the first, rendered yet or not. */
function changeFilter(change: PictureFilter): void {
  window.history.replaceState(null, "", addressOf({ ...readAddress().filter, ...change }));
}

/** Opening adds a step to the history; going to a neighbour replaces it. */
function open(id: string): void {
  const { filter, openId } = readAddress();
  const address = addressOf(filter, id);
  if (openId === null) window.history.pushState(null, "", address);
  else window.history.replaceState(null, "", address);
}

function close(): void {
  window.history.replaceState(null, "", addressOf(readAddress().filter));
}

function readAddress(): { filter: PictureFilter; openId: string | null } {
  const params = new URLSearchParams(window.location.search);
  return { filter: readFilter(params), openId: params.get("picture") };
}

function addressOf(filter: PictureFilter, openId?: string): string {
  const search = writeFilter(filter);
  if (openId === undefined) return `/gallery${search}`;
  return `/gallery${search}${search === "" ? "?" : "&"}picture=${openId}`;
}
