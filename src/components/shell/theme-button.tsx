"use client";

import type { ReactNode } from "react";

import { useLoaded } from "../use-loaded";

const loadMenu = () => import("./theme-menu");

/** The button that opens the theme menu, and loads it as someone is about to press. */
export function ThemeButton({ className, children }: { className: string; children: ReactNode }) {
  const [menu, want] = useLoaded(loadMenu);
  if (menu) return <menu.ThemeMenu className={className}>{children}</menu.ThemeMenu>;
  return (
    <button
      type="button"
      aria-label="Theme"
      aria-haspopup="menu"
      aria-expanded={false}
      className={className}
      onPointerEnter={() => void loadMenu().catch(() => undefined)}
      onClick={want}
      onKeyDown={(event) => {
        if (event.key === "ArrowDown") want();
      }}
    >
      {children}
    </button>
  );
}
