import { randomBytes } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";

/** Puts a file, readable by its owner alone, in place at once: a crash leaves the old one or the new one. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  writeFileSync(temporary, content, { mode: 0o600 });
  renameSync(temporary, path);
}
