"use client";

import { ThemeProvider as NextThemesProvider } from "next-themes";
import type { ReactNode } from "react";

const isBrowser = typeof window !== "undefined";

// The script has run by the time React renders in the browser, where React warns of scripts it would never execute.
const inertScript = { type: "application/json" };

/** Light, dark, or as the system has it; remembered per browser, set before the first paint. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <NextThemesProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      {...(isBrowser && { scriptProps: inertScript })}
    >
      {children}
    </NextThemesProvider>
  );
}
