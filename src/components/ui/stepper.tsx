import { Check } from "lucide-react";

import { cn } from "../cn";

interface StepperProps {
  /** The steps' names, in order. */
  steps: readonly string[];
  /** The index of the step one is at; `steps.length` when all are done. */
  current: number;
  label?: string;
  className?: string;
}

/** Where one is in a sequence: a line of words on phones, the whole row elsewhere. */
export function Stepper({ steps, current, label = "Progress", className }: StepperProps) {
  return (
    <nav data-slot="stepper" aria-label={label} className={className}>
      <p className="mb-2 flex justify-between text-sm sm:hidden" aria-hidden>
        <span className="font-medium">{steps[Math.min(current, steps.length - 1)]}</span>
        <span className="text-muted-foreground tabular-nums">
          {Math.min(current + 1, steps.length)} of {steps.length}
        </span>
      </p>
      <ol className="flex gap-1.5 sm:gap-3">
        {steps.map((step, index) => (
          <li key={step} aria-current={index === current ? "step" : undefined} className="flex-1">
            <span
              aria-hidden
              className={cn(
                "block h-1 rounded-full transition-colors duration-300",
                index <= current ? "bg-primary" : "bg-border",
              )}
            />
            <span
              className={cn(
                "flex items-center gap-1.5 text-sm max-sm:sr-only sm:mt-2.5",
                index === current ? "font-medium" : "text-muted-foreground",
              )}
            >
              {index < current && <Check aria-hidden className="size-3.5 shrink-0 text-primary" />}
              {step}
              <span className="sr-only">
                {index < current ? ", done" : index === current ? ", current" : ""}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
