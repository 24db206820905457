import type { ComponentProps } from "react";

import { cn } from "../cn";

/** A sheet of paper on the desk. */
export function Card({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      data-slot="card"
      className={cn("rounded-2xl border bg-card text-card-foreground", className)}
      {...props}
    />
  );
}

/** The top of a card: `CardTitle` and `CardDescription`. */
export function CardHeader({ className, ...props }: ComponentProps<"div">) {
  return <div data-slot="card-header" className={cn("grid gap-1.5 p-5 sm:p-6", className)} {...props} />;
}

/** What the card is about. An `h2`; pass the words only. */
export function CardTitle({ className, ...props }: ComponentProps<"h2">) {
  return <h2 data-slot="card-title" className={cn("text-heading font-semibold", className)} {...props} />;
}

/** A sentence under the title. */
export function CardDescription({ className, ...props }: ComponentProps<"p">) {
  return (
    <p data-slot="card-description" className={cn("text-sm text-muted-foreground", className)} {...props} />
  );
}

/** The body; follows the header without a gap of its own. */
export function CardContent({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      data-slot="card-content"
      className={cn(
        "p-5 sm:p-6 [[data-slot=card-header]+&]:pt-0 sm:[[data-slot=card-header]+&]:pt-0",
        className,
      )}
      {...props}
    />
  );
}

/** The foot, for what can be done. */
export function CardFooter({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      data-slot="card-footer"
      className={cn("flex flex-wrap items-center gap-3 border-t px-5 py-4 sm:px-6", className)}
      {...props}
    />
  );
}
