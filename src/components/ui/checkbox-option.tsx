"use client";

import { type ComponentProps, type ReactNode, useId } from "react";

import { cn } from "../cn";
import { Checkbox } from "./checkbox";

interface CheckboxOptionProps extends ComponentProps<typeof Checkbox> {
  note?: ReactNode;
  /** Shown beneath in red and read aloud: "Please confirm to go on." */
  error?: ReactNode;
}

/** A tick box with its sentence, which can be pressed too; for consent and settings. */
export function CheckboxOption({ className, children, note, error, ...props }: CheckboxOptionProps) {
  const id = useId();
  const described = [note ? `${id}-note` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={cn("flex min-h-11 items-start gap-3 py-2", className)}>
      <Checkbox
        {...props}
        id={id}
        className="mt-0.5"
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      />
      <div className="grid gap-1">
        <label htmlFor={id} className="text-sm leading-6">
          {children}
        </label>
        {note && (
          <p id={`${id}-note`} className="text-sm text-muted-foreground">
            {note}
          </p>
        )}
        <div aria-live="polite" className="contents">
          {error && (
            <p id={`${id}-error`} className="text-sm text-danger">
              {error}
            </p>
          )}
        </div>
      </div>
    </div>
  );
}
