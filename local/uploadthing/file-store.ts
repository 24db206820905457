import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { FileRecord } from "./file-record";
import { openJsonFolder } from "../json-folder";

/** The files of one app: a record and the bytes of each. */
export interface FileStore {
  find: (key: string) => FileRecord | undefined;
  /** The complete file that holds a custom id; an upload under way holds none. */
  findByCustomId: (customId: string) => FileRecord | undefined;
  /** All of them, complete or not, newest first. */
  list: () => FileRecord[];
  save: (record: FileRecord) => void;
  remove: (key: string) => void;
  bytesPath: (key: string) => string;
  /** How many bytes of a file are on disk, 0 for a stranger. */
  countBytes: (key: string) => number;
}

/** Opens the store in a private folder, dropping bytes that no record claims (a deletion cut half way). */
export function openFileStore(dir: string): FileStore {
  const bytesDir = join(dir, "bytes");
  mkdirSync(bytesDir, { recursive: true, mode: 0o700 });
  for (const folder of [dir, bytesDir]) chmodSync(folder, 0o700);

  const records = openJsonFolder(join(dir, "records"), FileRecord);
  for (const key of readdirSync(bytesDir)) {
    if (!records.get(key)) rmSync(join(bytesDir, key));
  }

  const bytesPath = (key: string) => join(bytesDir, key);
  const list = () => records.entries().map(([, record]) => record);

  return {
    find: records.get,
    findByCustomId: (customId) =>
      list().find((record) => record.customId === customId && record.status === "Uploaded"),
    list: () => list().sort((a, b) => b.uploadedAt - a.uploadedAt),
    save: (record) => {
      records.set(record.key, record);
    },
    remove: (key) => {
      records.delete(key);
      rmSync(bytesPath(key), { force: true });
    },
    bytesPath,
    countBytes: (key) => statSync(bytesPath(key), { throwIfNoEntry: false })?.size ?? 0,
  };
}
