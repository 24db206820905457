"use client";

import * as ProgressPrimitive from "radix-ui/progress";

import { cn } from "../cn";

interface ProgressProps {
  /** 0 to 100, or null while nobody knows. */
  value: number | null;
  /** What is progressing, for screen readers. */
  label: string;
  tone?: "primary" | "danger";
  className?: string;
}

/** A bar of how far something has come. */
export function Progress({ value, label, tone = "primary", className }: ProgressProps) {
  const percent = value === null ? null : Math.min(100, Math.max(0, value));
  return (
    <ProgressPrimitive.Root
      data-slot="progress"
      value={percent}
      aria-label={label}
      className={cn("relative h-2 w-full overflow-hidden rounded-full bg-secondary", className)}
    >
      <ProgressPrimitive.Indicator
        data-slot="progress-indicator"
        className={cn(
          "h-full rounded-full transition-[width] duration-500 ease-out-soft",
          tone === "danger" ? "bg-danger" : "bg-primary",
          percent === null && "animate-stripe",
        )}
        style={{ width: percent === null ? "30%" : `${percent}%` }}
      />
    </ProgressPrimitive.Root>
  );
}
