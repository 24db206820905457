"use client";

import { useRouter, useSearchParams } from "next/navigation";

/** Which picture is open, as the address says: the back button closes it and a link can open it. */
export function useOpenPicture() {
  const router = useRouter();
  const openId = useSearchParams().get("picture");

  return {
    openId,
    /** Opening adds a step to the history; going to a neighbour replaces it. */
    open: (id: string) => {
      const address = `/gallery?picture=${id}`;
      if (openId === null) router.push(address, { scroll: false });
      else router.replace(address, { scroll: false });
    },
    close: () => router.replace("/gallery", { scroll: false }),
  };
}
