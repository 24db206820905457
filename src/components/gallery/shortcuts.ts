"use client";

import { useSyncExternalStore } from "react";

const KEY = "likeness-shortcuts";
const listeners = new Set<() => void>();

/** Whether single letters do something. Who dictates or slips can switch them off; this browser remembers. */
export function useShortcutsOn(): boolean {
  return useSyncExternalStore(
    (notify) => {
      listeners.add(notify);
      return () => listeners.delete(notify);
    },
    () => readSetting() !== "off",
    () => true,
  );
}

/** Switches single letters on or off. */
export function switchShortcuts(areOn: boolean): void {
  try {
    localStorage.setItem(KEY, areOn ? "on" : "off");
  } catch {
    // A browser that keeps nothing: they stay as they are.
  }
  for (const notify of listeners) notify();
}

/** Whether a key is meant for something else: a field, a list, or a dialog that is open over the page. */
export function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("input, textarea, select, [role=combobox]")) return true;
  return document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null;
}

function readSetting(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
