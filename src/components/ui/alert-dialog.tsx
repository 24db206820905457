"use client";

import * as AlertDialogPrimitive from "radix-ui/alert-dialog";
import type { ReactNode } from "react";

import { Button } from "./button";
import { overlayClasses, panelClasses } from "./overlay-classes";

interface ConfirmDialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The button that opens it, if it is not opened by `open`. */
  trigger?: ReactNode;
  /** A question: "Delete this picture?" */
  title: ReactNode;
  /** What will be gone, and what will not. */
  description: ReactNode;
  /** The verb, never "OK": "Delete picture". */
  confirm: string;
  cancel?: string;
  tone?: "danger" | "primary";
  pending?: boolean;
  onConfirm: () => void;
  children?: ReactNode;
}

/**
 * Asks before something is destroyed. Focus starts on the way out.
 *
 * Uncontrolled it closes as it is confirmed; with `open` it stays until the caller closes it, so `pending` can show.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { trigger, title, description, confirm, cancel = "Cancel", tone = "danger" } = props;
  const { pending = false, onConfirm, children, open, onOpenChange } = props;
  const control = {
    ...(open === undefined ? {} : { open }),
    ...(onOpenChange === undefined ? {} : { onOpenChange }),
  };

  return (
    <AlertDialogPrimitive.Root {...control}>
      {trigger && <AlertDialogPrimitive.Trigger asChild>{trigger}</AlertDialogPrimitive.Trigger>}
      <AlertDialogPrimitive.Portal>
        <AlertDialogPrimitive.Overlay className={overlayClasses} />
        <AlertDialogPrimitive.Content data-slot="alert-dialog" className={panelClasses}>
          <AlertDialogPrimitive.Title className="text-heading font-semibold">
            {title}
          </AlertDialogPrimitive.Title>
          <AlertDialogPrimitive.Description className="text-sm text-muted-foreground">
            {description}
          </AlertDialogPrimitive.Description>
          {children}
          <div className="mt-2 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
            <AlertDialogPrimitive.Cancel asChild>
              <Button variant="secondary" disabled={pending}>
                {cancel}
              </Button>
            </AlertDialogPrimitive.Cancel>
            <AlertDialogPrimitive.Action asChild>
              <Button
                variant={tone}
                pending={pending}
                onClick={(event) => {
                  if (open !== undefined) event.preventDefault();
                  onConfirm();
                }}
              >
                {confirm}
              </Button>
            </AlertDialogPrimitive.Action>
          </div>
        </AlertDialogPrimitive.Content>
      </AlertDialogPrimitive.Portal>
    </AlertDialogPrimitive.Root>
  );
}
