"use client";

import * as LabelPrimitive from "radix-ui/label";
import type { ComponentProps } from "react";

import { cn } from "../cn";

/** The name of a control. Inside a `Field` it is already there. */
export function Label({ className, ...props }: ComponentProps<typeof LabelPrimitive.Root>) {
  return (
    <LabelPrimitive.Root
      data-slot="label"
      className={cn("text-sm leading-5 font-medium text-foreground", className)}
      {...props}
    />
  );
}
