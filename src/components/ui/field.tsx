"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";

import { cn } from "../cn";
import { FieldContext } from "./field-context";
import { Label } from "./label";

interface FieldProps {
  label: ReactNode;
  /** A sentence that helps before anything went wrong. Stays when there is an error. */
  hint?: ReactNode;
  /** What is wrong and how to mend it; read aloud as it appears. */
  error?: ReactNode;
  /** Stands at the far end of the label's line: "Optional", "12 of 1,000". */
  aside?: ReactNode;
  /** Keeps the label for screen readers only. */
  labelHidden?: boolean;
  className?: string;
  children: ReactNode;
}

/** One question of a form: label, control, hint and error, wired to each other for assistive technology. */
export function Field({ label, hint, error, aside, labelHidden = false, className, children }: FieldProps) {
  const id = useId();
  const hasError = error !== undefined && error !== null && error !== false && error !== "";
  const describedBy = [hint ? `${id}-hint` : "", hasError ? `${id}-error` : ""].filter(Boolean).join(" ");
  const wiring = {
    controlId: `${id}-control`,
    labelId: `${id}-label`,
    describedBy: describedBy === "" ? undefined : describedBy,
    invalid: hasError,
  };

  return (
    <FieldContext value={wiring}>
      <div data-slot="field" data-invalid={hasError || undefined} className={cn("grid gap-2", className)}>
        <div className={cn("flex items-baseline justify-between gap-4", labelHidden && "sr-only")}>
          <Label id={wiring.labelId} htmlFor={wiring.controlId}>
            {label}
          </Label>
          {aside && <span className="text-xs text-muted-foreground tabular-nums">{aside}</span>}
        </div>
        {children}
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-muted-foreground">
            {hint}
          </p>
        )}
        <div aria-live="polite" className="contents">
          {hasError && (
            <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm text-danger">
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              <span>{error}</span>
            </p>
          )}
        </div>
      </div>
    </FieldContext>
  );
}
