import type { Registration } from "./file-record";
import type { FileStore } from "./file-store";
import type { JsonFolder } from "../json-folder";

/** Presigned URLs live an hour unless a route says otherwise; nobody resumes an upload after a day. */
const STALE_AFTER_MS = 24 * 60 * 60 * 1000;

/** Forgets half uploads and unused registrations of another day, so that a face does not linger in a folder. */
export function dropStale(state: {
  files: FileStore;
  registrations: JsonFolder<Registration>;
  log: (line: string) => void;
}): void {
  const { files, registrations, log } = state;
  const oldest = Date.now() - STALE_AFTER_MS;

  for (const { key, status, uploadedAt } of files.list()) {
    if (status === "Uploaded" || uploadedAt > oldest) continue;
    files.remove(key);
    log(`forgot the unfinished upload ${key}`);
  }
  for (const [key, { registeredAt }] of registrations.entries()) {
    if (registeredAt < oldest) registrations.delete(key);
  }
}
