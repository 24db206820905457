"use client";

import * as AlertDialogPrimitive from "radix-ui/alert-dialog";

import type { ConfirmDialogProps } from "./alert-dialog";
import { Button } from "./button";
import { overlayClasses, panelClasses } from "./overlay-classes";

/** What `ConfirmDialog` loads. Without `open` it is open as it comes, because someone has just pressed. */
export function ConfirmPanel(props: ConfirmDialogProps) {
  const { trigger, title, description, confirm, cancel = "Cancel", tone = "danger" } = props;
  const { pending = false, onConfirm, children, open, onOpenChange } = props;
  const control = {
    ...(open === undefined ? { defaultOpen: true } : { open }),
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
