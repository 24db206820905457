"use client";

import type { ExternalToast, toast as sonnerToast } from "sonner";

type Sonner = typeof sonnerToast;

let announce: (sonner: Sonner) => void = () => undefined;
/** Not asked for anew with each toast: what most needs one is a connection that is gone. */
const isShown = new Promise<Sonner>((resolve) => {
  announce = resolve;
});

/** For the toaster: it is on the page and listens. */
export function announceToaster(sonner: Sonner): void {
  announce(sonner);
}

/** Says what happened elsewhere on the page, as "sonner" does, without bringing it along in the page's first script. */
export const toast = {
  success: (title: string, options?: ExternalToast) => void show("success", title, options),
  error: (title: string, options?: ExternalToast) => void show("error", title, options),
  info: (title: string, options?: ExternalToast) => void show("info", title, options),
  /** Takes away the one that was shown with this `id`. */
  dismiss: (id: string) => void isShown.then((sonner) => sonner.dismiss(id)),
};

async function show(
  kind: "success" | "error" | "info",
  title: string,
  options?: ExternalToast,
): Promise<void> {
  const sonner = await isShown;
  sonner[kind](title, options);
}
