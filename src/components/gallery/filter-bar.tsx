"use client";

import { Heart, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";

import { dayChoices } from "~/catalog/gallery-rules";
import type { PictureFilter } from "~/catalog/gallery-rules";
import { styleIds } from "~/catalog/styles";
import { Button } from "~/components/ui/button";

import { cn } from "../cn";
import { describeDates } from "./describe-dates";
import { isFiltered, noFilter } from "./filter-address";
import { FilterSelect } from "./filter-select";
import { useFilterOptions } from "./use-filter-options";

const DatesDialog = dynamic(() => import("./dates-dialog").then((module) => module.DatesDialog), {
  ssr: false,
});

const dayNames = { 7: "Last 7 days", 30: "Last 30 days", 365: "Last 12 months" };
const ownDates = "dates";
const noDates = { days: undefined, from: undefined, to: undefined };

interface FilterBarProps {
  filter: PictureFilter;
  /** Told what changes. */
  onChange: (change: PictureFilter) => void;
}

/** Which pictures are shown: by model, style, when they were made, and whether they are favourites. */
export function FilterBar({ filter, onChange }: FilterBarProps) {
  const options = useFilterOptions();
  const [isChoosingDates, chooseDates] = useState(false);
  const { from, to, days } = filter;
  const hasDates = from !== undefined || to !== undefined;

  return (
    <div
      role="group"
      aria-label="Filters"
      className="-mx-4 mb-4 flex [scrollbar-width:none] items-center gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:mb-6 sm:flex-wrap sm:overflow-visible sm:px-0"
    >
      <button
        type="button"
        aria-pressed={filter.isFavourite === true}
        onClick={() => onChange({ isFavourite: filter.isFavourite ? undefined : true })}
        className={cn(
          "inline-flex h-11 shrink-0 items-center gap-2 rounded-full border bg-card px-4 text-base focus-ring transition-colors hover:border-input sm:h-9 sm:text-sm",
          filter.isFavourite && "border-primary bg-accent text-accent-foreground",
        )}
      >
        <Heart aria-hidden className={cn("size-4", filter.isFavourite && "fill-current")} />
        Favourites
      </button>
      <FilterSelect
        label="Model"
        all="All models"
        value={filter.model}
        options={options.models}
        onChange={(model) => onChange({ model })}
      />
      <FilterSelect
        label="Style"
        all="All styles"
        value={filter.style}
        options={options.styles}
        onChange={(value) => onChange({ style: styleIds.find((id) => id === value) })}
      />
      <FilterSelect
        label="Made"
        all="Any time"
        value={hasDates ? ownDates : days && String(days)}
        options={[
          ...dayChoices.map((choice) => ({ value: String(choice), name: dayNames[choice] })),
          { value: ownDates, name: hasDates ? describeDates({ from, to }) : "Choose dates…" },
        ]}
        onChange={(value) => {
          if (value === ownDates) chooseDates(true);
          else onChange({ ...noDates, days: dayChoices.find((choice) => String(choice) === value) });
        }}
      />
      {hasDates && (
        <Button variant="ghost" size="sm" className="rounded-full" onClick={() => chooseDates(true)}>
          Change dates
        </Button>
      )}
      {isFiltered(filter) && (
        <Button variant="ghost" size="sm" className="rounded-full" onClick={() => onChange(noFilter)}>
          <X aria-hidden /> Clear
        </Button>
      )}
      {isChoosingDates && (
        <DatesDialog
          from={from}
          to={to}
          onClose={() => chooseDates(false)}
          onChoose={(dates) => onChange({ ...noDates, ...dates })}
        />
      )}
    </div>
  );
}
