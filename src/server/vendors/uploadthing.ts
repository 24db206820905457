import { UTApi, UTFile } from "uploadthing/server";

import { env } from "~/env";
import { Failure } from "~/server/errors";
import { withSpan } from "~/server/telemetry/measure";

import { fetchWithin } from "./fetch-within";

/** Long enough for a page to load an image, too short to be passed on. */
export const VIEW_SECONDS = 60;
/** Long enough for a provider to fetch a file within one job. */
export const PROVIDER_SECONDS = 60 * 60;

const FETCH_TIMEOUT_MS = 30_000;

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

/** An address that serves one private file for a while. Made here, without asking storage. */
export async function signFileUrl(key: string, expiresInSeconds: number): Promise<string> {
  const { ufsUrl } = await storage.generateSignedURL(key, { expiresIn: expiresInSeconds });
  return ufsUrl;
}

/** Opens a stored file for reading. @throws Failure NOT_FOUND when it is gone, VENDOR_BUSY when storage does not answer. */
export async function openFile(key: string): Promise<Response> {
  return withSpan("uploadthing open-file", {}, () => open(key));
}

async function open(key: string): Promise<Response> {
  const url = await signFileUrl(key, VIEW_SECONDS);
  const init = { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) };
  const response = await fetchWithin(url, isStorage, init).catch((cause: unknown) => {
    if (cause instanceof Failure) throw cause;
    throw new Failure("VENDOR_BUSY", "The photo storage did not answer.", { cause });
  });
  if (response.ok) return response;
  await response.body?.cancel();
  if (response.status === 404) throw new Failure("NOT_FOUND", "This file is gone.");
  throw new Failure("VENDOR_BUSY", `The photo storage answered ${response.status}.`);
}

/** Where files lie: UploadThing's host, or one below it, or the front that plays it. */
function isStorage({ protocol, host }: URL): boolean {
  const files = env.UPLOADTHING_UFS_HOST ?? "ufs.sh";
  const isLocal = files.includes("local"); // the SDK's own rule for the protocol (7.7.4)
  return protocol === (isLocal ? "http:" : "https:") && (host === files || host.endsWith(`.${files}`));
}
