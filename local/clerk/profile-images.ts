import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { ClerkError } from "./errors";
import type { Instance } from "./instance";
import type { UserRecord } from "./state";
import { writeAtomically } from "./write-atomically";

/** Clerk's own limit (docs, "User profile image", read 2026-11-22). */
const MAX_BYTES = 10 * 1024 * 1024;

const kinds = [
  { extension: "jpg", type: "image/jpeg", magic: /^\xff\xd8\xff/ },
  { extension: "png", type: "image/png", magic: /^\x89PNG/ },
  { extension: "gif", type: "image/gif", magic: /^GIF8/ },
  { extension: "webp", type: "image/webp", magic: /^RIFF[^]{4}WEBP/ },
];

/**
 * Keeps an uploaded profile picture under a new, unguessable name, and returns that name.
 *
 * @throws ClerkError 422 when it is too large or no JPEG, PNG, GIF or WebP.
 */
export function saveImage({ imagesDir }: Instance, bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  const kind = kinds.find(({ magic }) => magic.test(start));
  if (!kind || bytes.length > MAX_BYTES) {
    const message = "Use a JPEG, PNG, GIF or WebP picture of at most 10 MB.";
    throw new ClerkError({ status: 422, code: "image_invalid", message, paramName: "file" });
  }
  mkdirSync(imagesDir, { recursive: true, mode: 0o700 });
  const name = `${randomBytes(16).toString("hex")}.${kind.extension}`;
  writeAtomically(join(imagesDir, name), bytes);
  return name;
}

/** A kept picture with its media type, or undefined when there is none of that name. */
export async function readImage(
  { imagesDir }: Instance,
  name: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | undefined> {
  const extension = /^[0-9a-f]{32}\.(\w+)$/.exec(name)?.[1];
  const kind = kinds.find((candidate) => candidate.extension === extension);
  if (!kind) return undefined;
  try {
    return { bytes: new Uint8Array(await readFile(join(imagesDir, name))), type: kind.type };
  } catch {
    return undefined;
  }
}

/** Deletes a user's picture, if they have one. */
export function removeImage({ imagesDir }: Instance, { image }: UserRecord): void {
  if (image !== null) rmSync(join(imagesDir, image), { force: true });
}
