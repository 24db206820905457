"use client";

import * as PopoverPrimitive from "radix-ui/popover";
import type { ComponentProps } from "react";

import { cn } from "../cn";
import { floatingClasses } from "./floating-classes";

/** A small panel that belongs to a control: `<Popover><PopoverTrigger/><PopoverContent>…`. */
export const Popover = PopoverPrimitive.Root;

/** Opens the popover; use with `asChild` around a `Button`. */
export const PopoverTrigger = PopoverPrimitive.Trigger;

/** Closes the popover; use with `asChild`. */
export const PopoverClose = PopoverPrimitive.Close;

/** The panel. */
export function PopoverContent({ className, ...props }: ComponentProps<typeof PopoverPrimitive.Content>) {
  return (
    <PopoverPrimitive.Portal>
      <PopoverPrimitive.Content
        data-slot="popover"
        sideOffset={6}
        collisionPadding={8}
        className={cn(floatingClasses, "w-72 p-4 text-sm outline-none", className)}
        {...props}
      />
    </PopoverPrimitive.Portal>
  );
}
