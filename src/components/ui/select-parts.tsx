"use client";

import { Check } from "lucide-react";
import * as SelectPrimitive from "radix-ui/select";
import type { ComponentProps } from "react";

import { cn } from "../cn";
import { floatingClasses, menuItemClasses } from "./floating-classes";

export const Root = SelectPrimitive.Root;
export const Group = SelectPrimitive.Group;
export const Trigger = SelectPrimitive.Trigger;
export const Value = SelectPrimitive.Value;

/** The open list. */
export function Content({ className, children, ...props }: ComponentProps<typeof SelectPrimitive.Content>) {
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

/** One choice. */
export function Item(props: ComponentProps<typeof SelectPrimitive.Item> & { note?: string }) {
  const { className, children, note, ...rest } = props;
  return (
    <SelectPrimitive.Item
      data-slot="select-item"
      className={cn(menuItemClasses, "pr-9", className)}
      // Radix names a choice by its text alone; the note is seen, so it is heard too.
      {...(note !== undefined && { "aria-labelledby": undefined })}
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

/** The heading of a group. */
export function Label({ className, ...props }: ComponentProps<typeof SelectPrimitive.Label>) {
  return (
    <SelectPrimitive.Label
      className={cn("px-2.5 pt-2 pb-1 text-xs font-medium text-muted-foreground", className)}
      {...props}
    />
  );
}
