import { UTApi, UTFile } from "uploadthing/server";

import { env } from "~/env";
import { Failure } from "~/server/errors";
import { withSpan } from "~/server/telemetry/measure";

// Its settings come from the environment by the SDK's own names.
const storage = new UTApi({ token: env.UPLOADTHING_TOKEN, logLevel: "Error" });

export interface NewFile {
  name: string;
  type: string;
  body: Blob | Uint8Array<ArrayBuffer>;
}

/**
 * Stores files privately.
 *
 * @returns their keys, in the order of `files`. All or nothing: when one cannot be stored the others are dropped.
 * @throws Failure VENDOR_BUSY when storage does not take them.
 */
export async function storeFiles(files: NewFile[]): Promise<string[]> {
  return withSpan("uploadthing store-files", { files: files.length }, () => store(files));
}

async function store(files: NewFile[]): Promise<string[]> {
  const uploads = files.map((file) => new UTFile([file.body], file.name, { type: file.type }));
  const results = await storage.uploadFiles(uploads, { acl: "private", contentDisposition: "inline" });
  const keys = results.flatMap((result) => (result.data ? [result.data.key] : []));
  if (keys.length === files.length) return keys;

  if (keys.length > 0) await storage.deleteFiles(keys);
  const cause = results.find((result) => result.error)?.error;
  throw new Failure("VENDOR_BUSY", "The photo storage did not answer.", { cause });
}

/** Stores one file privately. @returns its key. @throws Failure VENDOR_BUSY */
export async function storeFile(file: NewFile): Promise<string> {
  const [key] = await storeFiles([file]);
  if (key === undefined) throw new Failure("VENDOR_BUSY", "The photo storage did not answer.");
  return key;
}

/** Deletes files; ones that are already gone do not matter. @throws Failure VENDOR_BUSY */
export async function deleteFiles(keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  await withSpan("uploadthing delete-files", { files: keys.length }, async () => {
    const result = await storage.deleteFiles(keys).catch((cause: unknown) => {
      throw new Failure("VENDOR_BUSY", "The photo storage did not answer.", { cause });
    });
    if (!result.success) throw new Failure("VENDOR_BUSY", "The photo storage did not delete the files.");
  });
}

export interface StoredFile {
  key: string;
  uploadedAt: Date;
}

/** A page of everything in storage, newest first. @throws Failure VENDOR_BUSY */
export async function listStoredFiles(page: {
  offset: number;
  limit: number;
}): Promise<{ files: StoredFile[]; hasMore: boolean }> {
  const { files, hasMore } = await storage.listFiles(page).catch((cause: unknown) => {
    throw new Failure("VENDOR_BUSY", "The photo storage did not answer.", { cause });
  });
  return {
    hasMore,
    files: files
      .filter(({ status }) => status !== "Deletion Pending")
      .map(({ key, uploadedAt }) => ({ key, uploadedAt: new Date(uploadedAt) })),
  };
}
