"use client";

import { useCallback, useEffect, useState } from "react";

/**
 * Keeps a part out of the page's first script and loads it when it is first wanted.
 *
 * @param load imports the part, the same function each time; browsers keep the module, so asking twice is free
 * @returns the part once it is there, and what asks for it. A load that fails leaves things as they are: the next wish tries again.
 */
export function useLoaded<Part>(load: () => Promise<Part>): [part: Part | undefined, want: () => void] {
  const [part, setPart] = useState<Part>();
  const want = useCallback(() => {
    load().then(
      (loaded) => setPart(() => loaded),
      () => undefined,
    );
  }, [load]);
  return [part, want];
}

/** Loads a part once the page has come and works; undefined until then. Tries again when the connection is back. */
export function useLoadedLater<Part>(load: () => Promise<Part>): Part | undefined {
  const [part, want] = useLoaded(load);
  useEffect(() => {
    want();
    window.addEventListener("online", want);
    return () => window.removeEventListener("online", want);
  }, [want]);
  return part;
}
