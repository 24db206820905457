"use client";

import type { ReactNode } from "react";

/** Gives the pages inside it the tRPC client. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  return children;
}
