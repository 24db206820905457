"use client";

import type { ComponentProps } from "react";

import { cn } from "../cn";
import { controlClasses } from "./control-classes";
import { useFieldControl } from "./field-context";

/** Several lines of text; grows with what is written where the browser can. */
export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      data-slot="textarea"
      className={cn(
        controlClasses,
        "field-sizing-content min-h-24 resize-y py-2.5 leading-relaxed",
        className,
      )}
      {...props}
      {...useFieldControl(props)}
    />
  );
}
