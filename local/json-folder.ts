import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";

/** Values by key, all in memory and each in a file of its own. */
export interface JsonFolder<T> {
  get: (key: string) => T | undefined;
  set: (key: string, value: T) => void;
  delete: (key: string) => void;
  entries: () => [key: string, value: T][];
}

/**
 * Opens a private folder of JSON files, one per key, for a vendor's state that must survive SIGKILL.
 *
 * Writes are synchronous (temporary file, then rename), so two in a row cannot change places. Keys must be safe as file names.
 *
 * @throws when a file in it does not match the schema: it was written by another version.
 */
export function openJsonFolder<Schema extends z.ZodType>(
  dir: string,
  schema: Schema,
): JsonFolder<z.output<Schema>> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const values = new Map<string, z.output<Schema>>();
  for (const name of readdirSync(dir)) {
    if (name.endsWith(".tmp")) rmSync(join(dir, name));
    if (!name.endsWith(".json")) continue;
    const parsed = schema.safeParse(JSON.parse(readFileSync(join(dir, name), "utf8")));
    if (!parsed.success) throw new Error(`${join(dir, name)} has another shape`, { cause: parsed.error });
    values.set(name.slice(0, -".json".length), parsed.data);
  }

  const path = (key: string) => join(dir, `${key}.json`);

  return {
    get: (key) => values.get(key),
    set: (key, value) => {
      writeFileSync(`${path(key)}.tmp`, JSON.stringify(value), { mode: 0o600 });
      renameSync(`${path(key)}.tmp`, path(key));
      values.set(key, value);
    },
    delete: (key) => {
      rmSync(path(key), { force: true });
      values.delete(key);
    },
    entries: () => [...values],
  };
}
