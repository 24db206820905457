"use client";

import { ChevronDown } from "lucide-react";

import { cn } from "../cn";
import { useHydrated } from "../shell/use-hydrated";
import type { Option } from "./use-filter-options";

interface FilterSelectProps {
  /** What it tells apart, for screen readers: "Model". */
  label: string;
  /** What it says while it lets everything through: "All models". */
  all: string;
  value: string | undefined;
  options: Option[];
  onChange: (value: string | undefined) => void;
}

/** One of a gallery's filters. The browser's own list: right under a thumb, and no script to load for it. */
export function FilterSelect({ label, all, value, options, onChange }: FilterSelectProps) {
  const isHydrated = useHydrated();
  return (
    <span className="relative shrink-0">
      <select
        aria-label={label}
        value={value ?? ""}
        // What is chosen before React takes the page over would be drawn over.
        disabled={!isHydrated}
        onChange={(event) => onChange(event.target.value || undefined)}
        className={cn(
          "h-11 max-w-44 appearance-none truncate rounded-full border bg-card pr-9 pl-4 text-base focus-ring transition-colors hover:border-input disabled:opacity-100 sm:h-9 sm:text-sm",
          value && "border-primary bg-accent text-accent-foreground",
        )}
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted-foreground"
      />
    </span>
  );
}
