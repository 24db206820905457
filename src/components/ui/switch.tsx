"use client";

import * as SwitchPrimitive from "radix-ui/switch";
import type { ComponentProps } from "react";

import { cn } from "../cn";
import { useFieldControl } from "./field-context";

/** On or off, at once. Name it with a `Field`, a `Label` or `aria-label`. */
export function Switch({ className, ...props }: ComponentProps<typeof SwitchPrimitive.Root>) {
  return (
    <SwitchPrimitive.Root
      data-slot="switch"
      className={cn(
        "relative inline-flex h-6 w-11 shrink-0 items-center rounded-full bg-input p-0.5 focus-ring transition-colors before:absolute before:-inset-2.5 disabled:opacity-50 data-[state=checked]:bg-primary",
        className,
      )}
      {...props}
      {...useFieldControl(props)}
    >
      <SwitchPrimitive.Thumb className="block size-5 rounded-full bg-card shadow-sm transition-transform duration-200 ease-out-soft data-[state=checked]:translate-x-5" />
    </SwitchPrimitive.Root>
  );
}
