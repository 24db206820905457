"use client";

import { activate } from "./gallery-store";

/** Makes a picture the active one and moves focus to it. It is there by the next frame: the active one is always kept. */
export function focusTile(id: string): void {
  activate(id);
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-picture="${id}"] > button`)?.focus({ preventScroll: true });
  });
}
