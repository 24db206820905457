"use client";

import * as RadioGroupPrimitive from "radix-ui/radio-group";
import { type ComponentProps, type ReactNode, useId } from "react";

import { cn } from "../cn";
import { useFieldGroup } from "./field-context";

/** One of a few answers, all in sight. Name it with the `Field` around it or with `aria-label`. */
export function RadioGroup({ className, ...props }: ComponentProps<typeof RadioGroupPrimitive.Root>) {
  return (
    <RadioGroupPrimitive.Root
      data-slot="radio-group"
      className={cn("grid gap-1", className)}
      {...props}
      {...useFieldGroup(props)}
    />
  );
}

interface RadioOptionProps extends ComponentProps<typeof RadioGroupPrimitive.Item> {
  note?: ReactNode;
}

/** One answer: a dot, its words, and a note beneath them if there is one. The whole line can be pressed. */
export function RadioOption({ className, children, note, ...props }: RadioOptionProps) {
  const id = useId();
  return (
    <div className={cn("flex min-h-11 items-start gap-3 py-2.5 sm:min-h-9 sm:py-1.5", className)}>
      <RadioGroupPrimitive.Item
        data-slot="radio"
        id={id}
        aria-describedby={note ? `${id}-note` : undefined}
        className="relative mt-0.5 size-5 shrink-0 rounded-full border border-input bg-card focus-ring transition-colors before:absolute before:-inset-3 disabled:opacity-50 data-[state=checked]:border-[6px] data-[state=checked]:border-primary"
        {...props}
      />
      <div className="grid gap-0.5">
        <label htmlFor={id} className="text-sm leading-6 font-medium">
          {children}
        </label>
        {note && (
          <p id={`${id}-note`} className="text-sm text-muted-foreground">
            {note}
          </p>
        )}
      </div>
    </div>
  );
}
