"use client";

import * as TabsPrimitive from "radix-ui/tabs";
import type { ComponentProps } from "react";

import { cn } from "../cn";

/** Several views of one place: `<Tabs><TabsList><TabsTrigger/></TabsList><TabsContent/>…`. */
export const Tabs = TabsPrimitive.Root;

/** The row of names; scrolls sideways where it does not fit. Give it an `aria-label`. */
export function TabsList({ className, ...props }: ComponentProps<typeof TabsPrimitive.List>) {
  return (
    <TabsPrimitive.List
      data-slot="tabs-list"
      className={cn("flex w-full [scrollbar-width:none] gap-1 overflow-x-auto border-b", className)}
      {...props}
    />
  );
}

/** One name. */
export function TabsTrigger({ className, ...props }: ComponentProps<typeof TabsPrimitive.Trigger>) {
  return (
    <TabsPrimitive.Trigger
      data-slot="tabs-trigger"
      className={cn(
        "-mb-px inline-flex h-11 items-center gap-2 border-b-2 border-transparent px-3 text-sm font-medium whitespace-nowrap text-muted-foreground transition-colors outline-none hover:text-foreground focus-visible:rounded-t-md focus-visible:bg-secondary data-[state=active]:border-primary data-[state=active]:text-foreground sm:h-10",
        className,
      )}
      {...props}
    />
  );
}

/** The view behind a name. */
export function TabsContent({ className, ...props }: ComponentProps<typeof TabsPrimitive.Content>) {
  return (
    <TabsPrimitive.Content data-slot="tabs-content" className={cn("pt-6 focus-ring", className)} {...props} />
  );
}
