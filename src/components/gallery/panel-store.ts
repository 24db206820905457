"use client";

import { create } from "zustand";

import type { PictureFilter } from "~/catalog/gallery-rules";

/** What lies over the gallery, beside the picture that the address opens. */
export type Panel =
  | { kind: "shortcuts" }
  | { kind: "compare"; ids: string[] }
  | { kind: "delete"; ids: string[] }
  | { kind: "share"; id: string }
  | { kind: "zip"; wish: { pictureIds: string[] } | { filter: PictureFilter }; total: number };

export const usePanelStore = create<{ panel: Panel | null }>(() => ({ panel: null }));

/** Lays a panel over the gallery. */
export function openPanel(panel: Panel): void {
  usePanelStore.setState({ panel });
}

/** Takes it away. */
export function closePanel(): void {
  usePanelStore.setState({ panel: null });
}
