"use client";

import { X } from "lucide-react";
import * as DialogPrimitive from "radix-ui/dialog";
import type { ComponentProps } from "react";

import { cn } from "../cn";
import { Button } from "./button";
import { overlayClasses, panelClasses } from "./overlay-classes";

/** Something to see or fill in before going on: `<Dialog><DialogTrigger/><DialogContent>…`. */
export const Dialog = DialogPrimitive.Root;

/** Opens the dialog; use with `asChild` around a `Button`. */
export const DialogTrigger = DialogPrimitive.Trigger;

/** Closes the dialog; use with `asChild` around a `Button`. */
export const DialogClose = DialogPrimitive.Close;

interface DialogContentProps extends ComponentProps<typeof DialogPrimitive.Content> {
  /** Leaves out the cross in the corner, for dialogs that bring their own. */
  hideClose?: boolean;
}

/** The panel: a sheet from below on phones, centred elsewhere. Needs a `DialogTitle`. */
export function DialogContent({ className, children, hideClose = false, ...props }: DialogContentProps) {
  return (
    <DialogPrimitive.Portal>
      <DialogPrimitive.Overlay className={overlayClasses} />
      <DialogPrimitive.Content data-slot="dialog-content" className={cn(panelClasses, className)} {...props}>
        {children}
        {!hideClose && (
          <DialogPrimitive.Close asChild>
            <Button
              variant="ghost"
              size="icon"
              aria-label="Close"
              className="absolute top-2.5 right-2.5 bg-card/80"
            >
              <X aria-hidden />
            </Button>
          </DialogPrimitive.Close>
        )}
      </DialogPrimitive.Content>
    </DialogPrimitive.Portal>
  );
}

/** The dialog's name, read aloud as it opens. */
export function DialogTitle({ className, ...props }: ComponentProps<typeof DialogPrimitive.Title>) {
  return (
    <DialogPrimitive.Title
      data-slot="dialog-title"
      className={cn("pr-10 text-heading font-semibold", className)}
      {...props}
    />
  );
}

/** What the dialog is for, in a sentence. */
export function DialogDescription({
  className,
  ...props
}: ComponentProps<typeof DialogPrimitive.Description>) {
  return (
    <DialogPrimitive.Description
      data-slot="dialog-description"
      className={cn("text-sm text-muted-foreground", className)}
      {...props}
    />
  );
}

/** The buttons, the main one last. */
export function DialogFooter({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      data-slot="dialog-footer"
      className={cn("mt-2 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end", className)}
      {...props}
    />
  );
}
