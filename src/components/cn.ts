import { clsx, type ClassValue } from "clsx";
import { createTailwindMerge } from "tailwind-merge";

import { classGroupsConfig } from "./class-groups";

const merge = createTailwindMerge(() => classGroupsConfig);

/** Joins class names; of two that set the same property the later one wins, so callers can override a default. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
