import { PassThrough, Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";

import { ZipFile } from "yazl";

import type { Db } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { openFile } from "~/server/vendors/uploadthing-read";

import { exportReadme } from "./export-readme";
import { listExportTables, readFileKeys, readRows } from "./read-export";
import type { ExportFile } from "./read-export";

/** JPEGs and weights do not shrink. */
const asIs = { compress: false };
const TRIES = 3;

/**
 * Streams all that is kept of a user as a ZIP: a README, every table's rows as JSON, and every file. One file and one page
 * of rows are in memory at a time. A reader that goes away ends it.
 */
export function streamExport(db: Db, userId: string): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  const gone = new AbortController();
  out.once("close", () => {
    gone.abort();
  });
  void pipeline(zip.outputStream, out).catch(() => undefined);
  fill(zip, { db, userId, signal: gone.signal }).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error("The export broke off.", { cause: error }));
  });
  // Whoever reads sees the error; without a listener it would end the process.
  out.on("error", () => undefined);
  return out;
}

interface Source {
  db: Db;
  userId: string;
  signal: AbortSignal;
}

async function fill(zip: ZipFile, { db, userId, signal }: Source): Promise<void> {
  zip.addBuffer(Buffer.from(exportReadme), "README.txt");
  for (const table of await listExportTables(db)) {
    await add(zip, {
      stream: Readable.from(asJson(readRows(db, { table, userId }))),
      name: `${table.name}.json`,
      signal,
    });
  }
  const missing: string[] = [];
  for await (const file of readFileKeys(db, userId)) {
    const stream = await open(file);
    if (stream) await add(zip, { stream, name: file.name, signal, options: asIs });
    else missing.push(file.name);
  }
  if (missing.length > 0) {
    zip.addBuffer(Buffer.from(`No longer in storage:\n${missing.join("\n")}\n`), "not-included.txt");
  }
  zip.end();
}

/** Adds one entry and waits until it has been read to its end. */
async function add(
  zip: ZipFile,
  entry: { stream: Readable; name: string; signal: AbortSignal; options?: { compress: boolean } },
): Promise<void> {
  const { stream, name, signal, options } = entry;
  zip.addReadStream(stream, name, options);
  try {
    await finished(stream, { signal, writable: false });
  } catch (error) {
    stream.destroy();
    throw error;
  }
}

/** Opens a stored file; undefined when it is gone. @throws Failure VENDOR_BUSY when storage does not answer three times */
async function open({ key }: ExportFile): Promise<Readable | undefined> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { body } = await openFile(key);
      return body === null ? undefined : Readable.from(body);
    } catch (error) {
      if (error instanceof Failure && error.code === "NOT_FOUND") return undefined;
      if (attempt === TRIES) throw error;
    }
  }
}

async function* asJson(rows: AsyncIterable<unknown>): AsyncIterable<string> {
  let before = "[\n";
  for await (const row of rows) {
    yield `${before}${JSON.stringify(row)}`;
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}
