"use client";

import { useEffect, useState } from "react";

/**
 * Sends the browser to the seller's page, and keeps the button busy until it has gone. Coming back by the back button
 * shows the page as it was, so the button is freed then.
 */
export function useLeave() {
  const [isLeaving, setLeaving] = useState(false);
  useEffect(() => {
    const free = () => setLeaving(false);
    window.addEventListener("pageshow", free);
    return () => window.removeEventListener("pageshow", free);
  }, []);

  return {
    isLeaving,
    leaveFor: (url: string) => {
      setLeaving(true);
      window.location.assign(url);
    },
  };
}
