"use client";

import { useLoadedLater } from "../use-loaded";

const loadToaster = () => import("./toaster");

/** Where toasts appear. The toaster loads after the page, before anything can have happened that it would tell. */
export function ToastOutlet() {
  const toaster = useLoadedLater(loadToaster);
  return toaster && <toaster.Toaster />;
}
