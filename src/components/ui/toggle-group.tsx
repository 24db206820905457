"use client";

import type { ComponentProps } from "react";

import { cn } from "../cn";
import { ChoiceGroup, ChoiceGroupItem } from "./choice-group";
import type { ChoiceGroupProps } from "./choice-group";
import { useFieldGroup } from "./field-context";

/** One of a few short answers side by side (aspect, count). Pressing the chosen one again keeps it: there is always an answer. */
export function ToggleGroup({ className, ...props }: ChoiceGroupProps) {
  return (
    <ChoiceGroup
      data-slot="toggle-group"
      className={cn("flex flex-wrap gap-2", className)}
      {...props}
      {...useFieldGroup(props)}
    />
  );
}

/** One answer of a `ToggleGroup`. */
export function ToggleGroupItem({ className, ...props }: ComponentProps<typeof ChoiceGroupItem>) {
  return (
    <ChoiceGroupItem
      data-slot="toggle-group-item"
      className={cn(
        "inline-flex h-11 min-w-11 items-center justify-center gap-2 rounded-lg border bg-card px-3.5 text-sm font-medium tabular-nums focus-ring transition-colors hover:border-input disabled:opacity-50 data-[state=on]:border-primary data-[state=on]:bg-accent data-[state=on]:text-accent-foreground data-[state=on]:ring-1 data-[state=on]:ring-primary sm:h-10 [&_svg:not([class*='size-'])]:size-4",
        className,
      )}
      {...props}
    />
  );
}
