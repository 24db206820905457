"use client";

import { Check } from "lucide-react";
import * as MenuPrimitive from "radix-ui/dropdown-menu";
import type { ComponentProps } from "react";

import { cn } from "../cn";
import { floatingClasses, menuItemClasses } from "./floating-classes";

/** A menu of things to do: `<DropdownMenu><DropdownMenuTrigger/><DropdownMenuContent><DropdownMenuItem/>…`. */
export const DropdownMenu = MenuPrimitive.Root;

/** Opens the menu; use with `asChild` around a `Button` that has a name. */
export const DropdownMenuTrigger = MenuPrimitive.Trigger;

/** Holds `DropdownMenuRadioItem`s. */
export const DropdownMenuRadioGroup = MenuPrimitive.RadioGroup;

/** The open menu. */
export function DropdownMenuContent({ className, ...props }: ComponentProps<typeof MenuPrimitive.Content>) {
  return (
    <MenuPrimitive.Portal>
      <MenuPrimitive.Content
        data-slot="dropdown-menu-content"
        sideOffset={6}
        collisionPadding={8}
        className={cn(floatingClasses, "min-w-44 p-1", className)}
        {...props}
      />
    </MenuPrimitive.Portal>
  );
}

/** One thing to do; `tone="danger"` for what destroys. */
export function DropdownMenuItem(
  props: ComponentProps<typeof MenuPrimitive.Item> & { tone?: "neutral" | "danger" },
) {
  const { className, tone = "neutral", ...rest } = props;
  return (
    <MenuPrimitive.Item
      data-slot="dropdown-menu-item"
      className={cn(menuItemClasses, tone === "danger" && "text-danger focus:bg-danger-soft", className)}
      {...rest}
    />
  );
}

/** One of several settings, ticked when it is the current one. */
export function DropdownMenuRadioItem(props: ComponentProps<typeof MenuPrimitive.RadioItem>) {
  const { className, children, ...rest } = props;
  return (
    <MenuPrimitive.RadioItem className={cn(menuItemClasses, "pr-9", className)} {...rest}>
      {children}
      <MenuPrimitive.ItemIndicator className="absolute right-2.5">
        <Check aria-hidden className="text-primary" />
      </MenuPrimitive.ItemIndicator>
    </MenuPrimitive.RadioItem>
  );
}

/** A heading among the items. */
export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof MenuPrimitive.Label>) {
  return (
    <MenuPrimitive.Label
      className={cn("px-2.5 pt-2 pb-1 text-xs font-medium text-muted-foreground", className)}
      {...props}
    />
  );
}

/** A line between items. */
export function DropdownMenuSeparator({
  className,
  ...props
}: ComponentProps<typeof MenuPrimitive.Separator>) {
  return <MenuPrimitive.Separator className={cn("-mx-1 my-1 h-px bg-border", className)} {...props} />;
}
