import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import type { Context } from "./context";
import type { FileRecord, Ticket } from "./file-record";
import { MalformedForm, readBoundary, readFilePart } from "./read-file-part";

/** The upload cannot be taken; `message` is the vendor's answer. */
export class Refusal extends Error {
  readonly status: number;
  /** True when what came so far is worthless, so that it goes. */
  readonly spoilt: boolean;

  constructor(status: number, message: string, spoilt = false) {
    super(message);
    this.status = status;
    this.spoilt = spoilt;
  }
}

export interface Arrival {
  ticket: Ticket;
  /** The offset of the first byte in the body. */
  start: number;
  incoming: IncomingMessage;
  /** Breaks the connection after this many bytes; a fault. */
  cutAfterBytes?: number;
}

/**
 * Writes an upload's bytes to disk as they come, from `start` on, and completes its record when the last is in.
 *
 * A connection that breaks leaves what came, to be resumed. Sending an already complete file's last, empty range again
 * returns its record and changes nothing.
 *
 * @throws Refusal when the body and the ticket do not agree, or another file stands in the way.
 */
export async function receiveUpload(
  { files }: Pick<Context, "files">,
  arrival: Arrival,
): Promise<FileRecord> {
  const { ticket, start } = arrival;
  const { key } = ticket;

  const existing = files.find(key);
  if (existing && existing.sizeBytes !== ticket.sizeBytes)
    throw new Refusal(409, "Another file has this key");
  if (existing?.status === "Uploaded") {
    if (start < existing.sizeBytes) throw new Refusal(409, "This file was already uploaded");
    return existing;
  }
  refuseTakenCustomId();
  if (start > files.countBytes(key))
    throw new Refusal(416, `Only ${String(files.countBytes(key))} bytes are here`);

  const draft: FileRecord = existing ?? {
    ...ticket,
    status: "Uploading",
    uploadedAt: Date.now(),
    md5: null,
    callback: "none",
    result: null,
  };
  files.save(draft);

  const md5 = await writeBytes(files.bytesPath(key), arrival);

  if (!files.find(key)) throw new Refusal(404, "This file was deleted while it came", true);
  refuseTakenCustomId();
  const callback = ticket.slug === null ? "none" : "pending";
  const record: FileRecord = { ...draft, status: "Uploaded", uploadedAt: Date.now(), md5, callback };
  files.save(record);
  return record;

  function refuseTakenCustomId(): void {
    if (ticket.customId === null) return;
    const holder = files.findByCustomId(ticket.customId);
    if (holder && holder.key !== key) throw new Refusal(409, `Custom id ${ticket.customId} is taken`, true);
  }
}

/** Appends the body after `start` bytes. Returns the whole file's MD5 in hex. */
async function writeBytes(
  path: string,
  { ticket, start, incoming, cutAfterBytes }: Arrival,
): Promise<string> {
  const left = ticket.sizeBytes - start;
  const hash = createHash("md5");
  const file = await open(path, "a", 0o600);
  try {
    await file.truncate(start);
    let written = 0;
    // The connection must outlive a refusal, to carry the answer.
    const body: AsyncIterable<Buffer> = incoming.iterator({ destroyOnReturn: false });
    for await (const bytes of readFilePart(body, readBoundary(incoming.headers["content-type"]))) {
      written += bytes.length;
      if (written > left) throw new Refusal(400, "The file is larger than its declared size", true);
      await file.appendFile(bytes);
      if (start === 0) hash.update(bytes);
      if (cutAfterBytes !== undefined && written >= cutAfterBytes) {
        await file.truncate(start + cutAfterBytes);
        incoming.socket.destroy();
        throw new Error("Cut on purpose");
      }
    }
    if (written < left) throw new Refusal(400, "The file is smaller than its declared size", true);
  } catch (error) {
    if (error instanceof MalformedForm) throw new Refusal(400, error.message, true);
    throw error;
  } finally {
    await file.close();
  }
  if (start > 0) await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
