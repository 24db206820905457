"use client";

import { useEffect } from "react";

import { useShortcutsOn } from "./shortcuts";
import { undoLastDeletion } from "./use-delete-pictures";

interface DialogActions {
  newer: (() => void) | undefined;
  older: (() => void) | undefined;
  favour?: () => void;
  remove?: () => void;
}

/** What keys do to the open picture: arrows, j and k go to its neighbours, f, d and z as in the gallery. */
export function useDialogKeys({ newer, older, favour, remove }: DialogActions): void {
  const areOn = useShortcutsOn();
  useEffect(() => {
    const letters: Record<string, (() => void) | undefined> = {
      j: older,
      k: newer,
      f: favour,
      d: remove,
      z: undoLastDeletion,
    };
    const keys: Record<string, (() => void) | undefined> = {
      ArrowLeft: newer,
      ArrowRight: older,
      ...(areOn && letters),
    };
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      // A panel over the picture has the keys to itself.
      if (document.querySelectorAll("[role=dialog], [role=alertdialog]").length !== 1) return;
      if (event.target instanceof HTMLElement && event.target.matches("input, textarea, select")) return;
      keys[event.key]?.();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [areOn, newer, older, favour, remove]);
}
