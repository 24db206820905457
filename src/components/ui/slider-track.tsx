"use client";

import * as SliderPrimitive from "radix-ui/slider";
import { type ComponentProps, useContext } from "react";

import { cn } from "../cn";
import { FieldContext } from "./field-context";

export interface SliderProps extends Omit<
  ComponentProps<typeof SliderPrimitive.Root>,
  "value" | "defaultValue" | "onValueChange" | "onValueCommit"
> {
  value?: number;
  defaultValue?: number;
  onValueChange?: (value: number) => void;
  /** Called once, when the thumb is let go. */
  onValueCommit?: (value: number) => void;
  /** Says the value in words to screen readers: "7.5 of 10". */
  valueText?: string;
}

/** What `Slider` loads. */
export function SliderTrack(props: SliderProps) {
  const {
    className,
    value,
    defaultValue,
    onValueChange,
    onValueCommit,
    valueText,
    "aria-label": label,
    ...rest
  } = props;
  const field = useContext(FieldContext);
  return (
    <SliderPrimitive.Root
      data-slot="slider"
      className={cn(
        "relative flex h-11 w-full touch-none items-center select-none data-disabled:opacity-50 sm:h-6",
        className,
      )}
      {...(value === undefined ? {} : { value: [value] })}
      {...(defaultValue === undefined ? {} : { defaultValue: [defaultValue] })}
      onValueChange={([next]) => {
        if (next !== undefined) onValueChange?.(next);
      }}
      onValueCommit={([next]) => {
        if (next !== undefined) onValueCommit?.(next);
      }}
      {...rest}
    >
      <SliderPrimitive.Track className="relative h-1.5 grow overflow-hidden rounded-full bg-secondary">
        <SliderPrimitive.Range className="absolute h-full bg-primary" />
      </SliderPrimitive.Track>
      <SliderPrimitive.Thumb
        aria-label={label}
        aria-labelledby={label === undefined ? field?.labelId : undefined}
        aria-describedby={field?.describedBy}
        aria-valuetext={valueText}
        className="relative block size-5 rounded-full border-2 border-primary bg-card shadow-sm focus-ring before:absolute before:-inset-3"
      />
    </SliderPrimitive.Root>
  );
}
