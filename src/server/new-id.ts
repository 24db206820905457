import { v7 } from "uuid";

/** A uuid v7: unique, and later ones sort after earlier ones, so lists can page by it. */
export function newId(): string {
  return v7();
}
