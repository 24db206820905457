"use client";

import { useSearchParams } from "next/navigation";

/**
 * Which picture is open, as the address says: the back button closes it and a link can open it. The address changes
 * without asking the server for the page again, whose list of pictures could be older than ours.
 */
export function useOpenPicture() {
  const openId = useSearchParams().get("picture");

  return {
    openId,
    /** Opening adds a step to the history; going to a neighbour replaces it. */
    open: (id: string) => {
      const address = `/gallery?picture=${id}`;
      if (openId === null) window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    },
    close: () => {
      window.history.replaceState(null, "", "/gallery");
    },
  };
}
