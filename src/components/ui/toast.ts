"use client";

import type { ExternalToast } from "sonner";

let announce: () => void = () => undefined;
const isShown = new Promise<void>((resolve) => {
  announce = resolve;
});

/** For the toaster: it is on the page and listens. */
export function announceToaster(): void {
  announce();
}

/** Says what happened elsewhere on the page, as "sonner" does, without bringing it along in the page's first script. */
export const toast = {
  success: (title: string, options?: ExternalToast) => void show("success", title, options),
  error: (title: string, options?: ExternalToast) => void show("error", title, options),
  info: (title: string, options?: ExternalToast) => void show("info", title, options),
  /** Takes away the one that was shown with this `id`. */
  dismiss: (id: string) =>
    void isShown.then(() => import("sonner")).then((sonner) => sonner.toast.dismiss(id)),
};

async function show(
  kind: "success" | "error" | "info",
  title: string,
  options?: ExternalToast,
): Promise<void> {
  await isShown;
  const sonner = await import("sonner");
  sonner.toast[kind](title, options);
}
