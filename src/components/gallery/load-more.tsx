"use client";

import { useEffect, useRef } from "react";

import { Button } from "~/components/ui/button";

interface LoadMoreProps {
  isLoading: boolean;
  /** After a failure it waits for a press instead of trying for ever. */
  isFailed: boolean;
  onNeeded: () => void;
}

/** Asks for the next page as its end comes near; a button for those who do not scroll. */
export function LoadMore({ isLoading, isFailed, onNeeded }: LoadMoreProps) {
  const end = useRef<HTMLDivElement>(null);
  const isWaiting = !isLoading && !isFailed;

  useEffect(() => {
    if (!end.current || !isWaiting) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) onNeeded();
      },
      { rootMargin: "800px" },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [isWaiting, onNeeded]);

  return (
    <div ref={end} className="flex justify-center py-10">
      <Button variant="secondary" pending={isLoading} onClick={onNeeded}>
        {isFailed ? "Try again" : "Load more"}
      </Button>
    </div>
  );
}
