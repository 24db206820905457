"use client";

import * as ToggleGroupPrimitive from "radix-ui/toggle-group";
import type { ComponentProps } from "react";

import { cn } from "../cn";
import { useFieldGroup } from "./field-context";

type SingleProps = ComponentProps<typeof ToggleGroupPrimitive.Root> & { type: "single" };
interface ToggleGroupProps extends Omit<SingleProps, "type" | "onValueChange"> {
  onValueChange?: (value: string) => void;
}

/** One of a few short answers side by side (aspect, count). Pressing the chosen one again keeps it: there is always an answer. */
export function ToggleGroup({ className, onValueChange, ...props }: ToggleGroupProps) {
  return (
    <ToggleGroupPrimitive.Root
      data-slot="toggle-group"
      type="single"
      className={cn("flex flex-wrap gap-2", className)}
      onValueChange={(value) => {
        if (value !== "") onValueChange?.(value);
      }}
      {...props}
      {...useFieldGroup(props)}
    />
  );
}

/** One answer of a `ToggleGroup`. */
export function ToggleGroupItem({ className, ...props }: ComponentProps<typeof ToggleGroupPrimitive.Item>) {
  return (
    <ToggleGroupPrimitive.Item
      data-slot="toggle-group-item"
      className={cn(
        "inline-flex h-11 min-w-11 items-center justify-center gap-2 rounded-lg border bg-card px-3.5 text-sm font-medium tabular-nums focus-ring transition-colors hover:border-input disabled:opacity-50 data-[state=on]:border-primary data-[state=on]:bg-accent data-[state=on]:text-accent-foreground data-[state=on]:ring-1 data-[state=on]:ring-primary sm:h-10 [&_svg:not([class*='size-'])]:size-4",
        className,
      )}
      {...props}
    />
  );
}
