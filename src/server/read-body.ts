import { noteRefusal } from "~/log/note-refusal";

import { currentRequestId } from "./request-id";

/**
 * Reads a request's bytes, giving up as soon as there are more than `limit`, whatever its headers say.
 *
 * @returns undefined when it is too large; the rest is not read.
 */
export async function readBody(
  request: Request,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const body = await readWithin(request, limit);
  if (!body) noteRefusal("body-too-large", currentRequestId());
  return body;
}

async function readWithin(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}
