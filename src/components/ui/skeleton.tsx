import type { ComponentProps } from "react";

import { cn } from "../cn";

/** The shape of what is on its way. Hidden from readers: say "Loading" once, on the region. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      data-slot="skeleton"
      aria-hidden
      className={cn("animate-shimmer rounded-lg bg-secondary", className)}
      {...props}
    />
  );
}
