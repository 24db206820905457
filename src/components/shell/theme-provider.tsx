"use client";

import { ThemeProvider as NextThemesProvider } from "next-themes";
import type { ReactNode } from "react";

// The layout's own script has done it (src/policy/theme-script.ts): this one would run on no page, for want of a known hash.
const inertScript = { type: "application/json" };

/** Light, dark, or as the system has it; remembered per browser, set before the first paint. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <NextThemesProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      scriptProps={inertScript}
    >
      {children}
    </NextThemesProvider>
  );
}
