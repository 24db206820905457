import { v7 } from "uuid";

/** A uuid v7: unique, and later ones sort after earlier ones, so lists can page by it. */
export function newId(): string {
  return v7();
}

/** The lowest id that could have been made at an instant: everything made before it sorts below. */
export function lowestIdAt(instant: Date): string {
  const hex = Math.max(0, instant.getTime()).toString(16).padStart(12, "0").slice(-12);
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
