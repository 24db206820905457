"use client";

import type { ComponentProps } from "react";

import { cn } from "../cn";
import { controlClasses } from "./control-classes";
import { useFieldControl } from "./field-context";

/** One line of text, or a number. Takes its id and description from the `Field` around it. */
export function Input({ className, ...props }: ComponentProps<"input">) {
  return (
    <input
      data-slot="input"
      className={cn(controlClasses, "h-11 sm:h-10", className)}
      {...props}
      {...useFieldControl(props)}
    />
  );
}
