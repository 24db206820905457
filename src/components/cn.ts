import { clsx, type ClassValue } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// Our own type scale (globals.css): unnamed here, tailwind-merge would take `text-title` for a colour and drop it.
const merge = extendTailwindMerge({
  extend: { classGroups: { "font-size": [{ text: ["display", "title", "heading", "lead"] }] } },
});

/** Joins class names; of two that set the same property the later one wins, so callers can override a default. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
