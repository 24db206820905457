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
  const search = writeFilter(filter);

  return {
    filter,
    openId,
    changeFilter: (next: PictureFilter) => {
      window.history.replaceState(null, "", `/gallery${writeFilter(next)}`);
    },
    /** Opening adds a step to the history; going to a neighbour replaces it. */
    open: (id: string) => {
      const address = `/gallery${search}${search ? "&" : "?"}picture=${id}`;
      if (openId === null) window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    },
    close: () => {
      window.history.replaceState(null, "", `/gallery${search}`);
    },
  };
}
