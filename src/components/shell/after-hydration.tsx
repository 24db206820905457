"use client";

import type { ReactNode } from "react";

import { useHydrated } from "./use-hydrated";

/**
 * Shows `fallback` until React has taken over the page, then its children.
 *
 * For Clerk's components: their script may be ready before React is, and what they then render is not what the server sent.
 */
export function AfterHydration({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  return useHydrated() ? children : fallback;
}
