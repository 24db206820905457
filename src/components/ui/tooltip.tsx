"use client";

import * as TooltipPrimitive from "radix-ui/tooltip";
import type { ComponentProps, ReactNode } from "react";

interface TooltipProps extends Pick<ComponentProps<typeof TooltipPrimitive.Content>, "side" | "align"> {
  content: ReactNode;
  /** The control it explains. It needs a name of its own: touch screens never show a tooltip. */
  children: ReactNode;
}

/** A few words about a control, on hover and on focus. */
export function Tooltip({ content, children, side = "top", align = "center" }: TooltipProps) {
  return (
    <TooltipPrimitive.Provider delayDuration={300}>
      <TooltipPrimitive.Root>
        <TooltipPrimitive.Trigger asChild>{children}</TooltipPrimitive.Trigger>
        <TooltipPrimitive.Portal>
          <TooltipPrimitive.Content
            data-slot="tooltip"
            side={side}
            align={align}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-64 animate-in rounded-md bg-foreground px-2.5 py-1.5 text-xs text-balance text-background duration-100 fade-in-0"
          >
            {content}
          </TooltipPrimitive.Content>
        </TooltipPrimitive.Portal>
      </TooltipPrimitive.Root>
    </TooltipPrimitive.Provider>
  );
}
