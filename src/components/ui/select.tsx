"use client";

import { Check, ChevronDown } from "lucide-react";
import * as SelectPrimitive from "radix-ui/select";
import type { ComponentProps } from "react";

import { cn } from "../cn";
import { controlClasses } from "./control-classes";
import { useFieldControl } from "./field-context";
import { floatingClasses, menuItemClasses } from "./floating-classes";

/** A choice of one from a list: `<Select><SelectTrigger/><SelectContent><SelectItem/>…`. */
export const Select = SelectPrimitive.Root;

/** Groups items under a `SelectLabel`. */
export const SelectGroup = SelectPrimitive.Group;

/** The closed select: shows what is chosen, or `placeholder`. */
export function SelectTrigger(
  props: ComponentProps<typeof SelectPrimitive.Trigger> & { placeholder?: string },
) {
  const { className, placeholder, ...rest } = props;
  return (
    <SelectPrimitive.Trigger
      data-slot="select-trigger"
      className={cn(
        controlClasses,
        "flex h-11 items-center justify-between gap-2 text-left data-placeholder:text-muted-foreground sm:h-10 [&>span]:min-w-0 [&>span]:truncate",
        className,
      )}
      {...rest}
      {...useFieldControl(rest)}
    >
      <SelectPrimitive.Value placeholder={placeholder} />
      <SelectPrimitive.Icon asChild>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      </SelectPrimitive.Icon>
    </SelectPrimitive.Trigger>
  );
}

/** The open list. */
export function SelectContent({
  className,
  children,
  ...props
}: ComponentProps<typeof SelectPrimitive.Content>) {
  return (
    <SelectPrimitive.Portal>
      <SelectPrimitive.Content
        data-slot="select-content"
        position="popper"
        sideOffset={6}
        className={cn(
          floatingClasses,
          "max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden",
          className,
        )}
        {...props}
      >
        <SelectPrimitive.Viewport className="p-1">{children}</SelectPrimitive.Viewport>
      </SelectPrimitive.Content>
    </SelectPrimitive.Portal>
  );
}

/** One choice. `note` explains it in a second line. */
export function SelectItem(props: ComponentProps<typeof SelectPrimitive.Item> & { note?: string }) {
  const { className, children, note, ...rest } = props;
  return (
    <SelectPrimitive.Item
      data-slot="select-item"
      className={cn(menuItemClasses, "pr-9", className)}
      {...rest}
    >
      <span className="grid">
        <SelectPrimitive.ItemText>{children}</SelectPrimitive.ItemText>
        {note && <span className="text-xs text-muted-foreground">{note}</span>}
      </span>
      <SelectPrimitive.ItemIndicator className="absolute right-2.5">
        <Check aria-hidden className="size-4 text-primary" />
      </SelectPrimitive.ItemIndicator>
    </SelectPrimitive.Item>
  );
}

/** The heading of a `SelectGroup`. */
export function SelectLabel({ className, ...props }: ComponentProps<typeof SelectPrimitive.Label>) {
  return (
    <SelectPrimitive.Label
      className={cn("px-2.5 pt-2 pb-1 text-xs font-medium text-muted-foreground", className)}
      {...props}
    />
  );
}
