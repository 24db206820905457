"use client";

import { Slot } from "radix-ui/slot";
import { type ReactNode, useEffect } from "react";

import { useLoaded } from "../use-loaded";

export interface ConfirmDialogProps {
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

const loadPanel = () => import("./confirm-panel");

/**
 * Asks before something is destroyed. Focus starts on the way out. What it takes is loaded as someone is about to press.
 *
 * Uncontrolled it closes as it is confirmed; with `open` it stays until the caller closes it, so `pending` can show.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { trigger, open, onOpenChange } = props;
  const [panel, want] = useLoaded(loadPanel);
  useEffect(() => {
    if (open === true) want();
  }, [open, want]);
  if (panel) return <panel.ConfirmPanel {...props} />;
  if (!trigger) return null;
  return (
    <Slot
      aria-haspopup="dialog"
      aria-expanded={false}
      onPointerEnter={() => void loadPanel().catch(() => undefined)}
      onClick={() => {
        want();
        onOpenChange?.(true);
      }}
    >
      {trigger}
    </Slot>
  );
}
