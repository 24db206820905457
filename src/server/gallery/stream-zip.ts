import { once } from "node:events";
import { PassThrough, Readable } from "node:stream";
import { finished } from "node:stream/promises";

import { ZipFile } from "yazl";

import type { Db } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { openFile } from "~/server/vendors/uploadthing-read";
import { logProblem } from "~/server/request-id";

import { listZipPictures } from "./list-zip-pictures";
import type { ZipPicture } from "./list-zip-pictures";
import { namePicture } from "./name-picture";

/** Rows asked for at once. */
const PAGE = 100;
/** Tries for a picture that storage does not give; then it is left out and named in the manifest. */
const TRIES = 3;
/** JPEGs do not shrink. */
const stored = { compress: false, mode: 0o644 };

export interface ZipToStream {
  userId: string;
  pictureIds: string[];
}

/**
 * Makes a ZIP of a user's pictures as it is read, with a manifest of their settings at its end. One picture is in memory
 * at a time, read whole before its name is written: what storage does not give spoils nothing, and a slow reader does
 * not keep storage waiting. Whoever stops reading stops it.
 */
export function streamZip(db: Db, zip: ZipToStream): Readable {
  const file = new ZipFile();
  const output = new PassThrough();
  const source = file.outputStream;
  source.pipe(output).once("close", () => {
    // Who stops reading lets go of all that is behind it.
    if (source instanceof PassThrough) source.destroy();
  });
  const breakOff = (cause: unknown) => {
    if (output.destroyed) return;
    logProblem("A ZIP broke off.", cause);
    output.destroy(new Error("A ZIP broke off.", { cause }));
  };
  file.on("error", breakOff);
  void fill(db, { ...zip, file, output, breakOff }).catch(breakOff);
  return output;
}

interface Filling extends ZipToStream {
  file: ZipFile;
  output: PassThrough;
  breakOff: (cause: unknown) => void;
}

async function fill(db: Db, zip: Filling): Promise<void> {
  const { userId, pictureIds, file, output } = zip;
  const missing: string[] = [];
  for (let at = 0; at < pictureIds.length; at += PAGE) {
    const page = pictureIds.slice(at, at + PAGE);
    const pictures = await listZipPictures(db, { userId, pictureIds: page });
    const known = new Set(pictures.map((picture) => picture.id));
    missing.push(...page.filter((id) => !known.has(id)));
    for (const picture of pictures) {
      if (output.destroyed) return;
      const bytes = await readPicture(picture);
      if (bytes) await addBytes(zip, { name: namePicture(picture), mtime: picture.createdAt, bytes });
      else missing.push(picture.id);
    }
  }
  if (output.destroyed) return;
  file.addReadStreamLazy("manifest.json", { mode: stored.mode }, (give) => {
    give(null, Readable.from(writeManifest(db, { ...zip, missing })).once("error", zip.breakOff));
  });
  file.end();
}

/** Its bytes, or undefined when storage does not have it or does not give it. */
async function readPicture({ id, storageKey }: ZipPicture): Promise<Buffer | undefined> {
  if (storageKey === null) return undefined;
  for (let tried = 1; tried <= TRIES; tried += 1) {
    try {
      const answer = await openFile(storageKey);
      return Buffer.from(await answer.arrayBuffer());
    } catch (error) {
      if (error instanceof Failure && error.code === "NOT_FOUND") break;
      if (tried === TRIES) logProblem(`Picture ${id} is left out of a ZIP.`, error);
    }
  }
  return undefined;
}

/** Writes one file and waits until it has been read. yazl keeps each entry to the end, so nothing of it may hold on to the bytes. */
async function addBytes(
  { file, output }: Filling,
  entry: { name: string; mtime: Date; bytes: Buffer },
): Promise<void> {
  if (output.destroyed) return;
  const content = new PassThrough();
  content.end(entry.bytes);
  file.addReadStreamLazy(entry.name, { ...stored, mtime: entry.mtime }, (give) => {
    give(null, content);
  });
  const gone = new AbortController();
  try {
    await Promise.race([finished(content), once(output, "close", { signal: gone.signal })]);
  } finally {
    gone.abort();
    content.destroy();
  }
}

/** The settings of every picture in the ZIP, a page at a time, and the ids of those that it does not have. */
async function* writeManifest(db: Db, zip: Filling & { missing: string[] }): AsyncGenerator<string> {
  const { userId, pictureIds, missing } = zip;
  const left = new Set(missing);
  yield `{"madeBy":"Likeness","digitalSourceType":"trainedAlgorithmicMedia","pictures":[`;
  let separator = "\n";
  for (let at = 0; at < pictureIds.length; at += PAGE) {
    const page = pictureIds.slice(at, at + PAGE).filter((id) => !left.has(id));
    for (const picture of await listZipPictures(db, { userId, pictureIds: page })) {
      const said = {
        file: namePicture(picture),
        ...picture,
        seed: Number(picture.seed),
        storageKey: undefined,
      };
      yield `${separator}${JSON.stringify(said)}`;
      separator = ",\n";
    }
  }
  yield `\n],"missing":${JSON.stringify(missing)}}\n`;
}
