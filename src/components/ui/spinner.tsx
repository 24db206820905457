import { LoaderCircle } from "lucide-react";

import { cn } from "../cn";

/** A turning circle. `label` is read aloud; an empty one hides it from readers, for places that already say what is awaited. */
export function Spinner({ label = "Loading", className }: { label?: string; className?: string }) {
  const hidden = label === "";
  return (
    <span
      role={hidden ? undefined : "status"}
      aria-label={hidden ? undefined : label}
      aria-hidden={hidden}
      className="inline-flex"
    >
      <LoaderCircle data-slot="spinner" aria-hidden className={cn("size-4 animate-spin", className)} />
    </span>
  );
}
