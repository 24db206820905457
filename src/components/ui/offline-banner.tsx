"use client";

import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";

/** Says so while the browser has no connection, and goes when it is back. */
export function OfflineBanner() {
  const isOnline = useSyncExternalStore(
    listenToConnection,
    () => navigator.onLine,
    () => true,
  );

  return (
    <div role="status" data-slot="offline-banner">
      {!isOnline && (
        <p className="flex items-center justify-center gap-2 bg-warning-soft px-4 py-2.5 text-center text-sm font-medium text-warning">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          You are offline. What you see stays; anything new waits for the connection.
        </p>
      )}
    </div>
  );
}

function listenToConnection(notify: () => void): () => void {
  window.addEventListener("online", notify);
  window.addEventListener("offline", notify);
  return () => {
    window.removeEventListener("online", notify);
    window.removeEventListener("offline", notify);
  };
}
