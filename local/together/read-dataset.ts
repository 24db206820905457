import { promisify } from "node:util";

import sharp from "sharp";
import yauzl from "yauzl";
import type { Entry, ZipFile } from "yauzl";

import { TrainingError } from "./training-error";

export interface TrainingPhoto {
  name: string;
  caption: string;
  bytes: Buffer;
}

const MIN_PHOTOS = 10;
const MAX_PHOTOS = 20;
const MIN_SHORT_SIDE_PX = 512;
const MAX_ENTRIES = 200;
const MAX_ENTRY_BYTES = 40 * 1024 * 1024;

const openZip = promisify<string, yauzl.Options, ZipFile>(yauzl.open);

/**
 * Reads a training set from a ZIP file: 10 to 20 pictures of at least 512 px on the short side, each with a `.txt`
 * caption of the same stem that holds the trigger word.
 *
 * @throws TrainingError with a sentence that names the first thing wrong.
 */
export async function readDataset(file: string, triggerWord: string): Promise<TrainingPhoto[]> {
  const entries = await readEntries(file);
  const captions = new Map(
    [...entries]
      .filter(([name]) => isCaption(name))
      .map(([name, bytes]) => [stemOf(name), bytes.toString("utf8").trim()]),
  );
  const pictures = [...entries]
    .filter(([name]) => !isCaption(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));

  if (pictures.length < MIN_PHOTOS || pictures.length > MAX_PHOTOS) {
    throw new TrainingError(
      `The dataset holds ${String(pictures.length)} pictures; it needs ${String(MIN_PHOTOS)} to ${String(MAX_PHOTOS)}.`,
    );
  }
  const photos: TrainingPhoto[] = [];
  for (const [name, bytes] of pictures) {
    const caption = captions.get(stemOf(name));
    if (!caption) throw new TrainingError(`${name} has no caption beside it.`);
    if (!caption.includes(triggerWord))
      throw new TrainingError(`The caption of ${name} lacks the trigger word.`);
    await checkPicture(name, bytes);
    photos.push({ name, caption, bytes });
  }
  return photos;
}

async function checkPicture(name: string, bytes: Buffer): Promise<void> {
  try {
    const picture = sharp(bytes, { failOn: "error" });
    const { width, height } = await picture.metadata();
    // Decodes every pixel, at a size that costs little: a truncated file has good dimensions.
    await picture.resize({ width: 64 }).toBuffer();
    if (Math.min(width, height) >= MIN_SHORT_SIDE_PX) return;
  } catch (cause) {
    throw new TrainingError(`${name} cannot be decoded.`, { cause });
  }
  throw new TrainingError(`${name} is smaller than ${String(MIN_SHORT_SIDE_PX)} px on its short side.`);
}

async function readEntries(file: string): Promise<Map<string, Buffer>> {
  const zip = await openZip(file, { lazyEntries: true, autoClose: false }).catch((cause: unknown) => {
    throw new TrainingError("The dataset is not a ZIP file.", { cause });
  });
  try {
    return await collectEntries(zip);
  } catch (cause) {
    if (cause instanceof TrainingError) throw cause;
    throw new TrainingError("The dataset's ZIP file is damaged.", { cause });
  } finally {
    zip.close();
  }
}

async function collectEntries(zip: ZipFile): Promise<Map<string, Buffer>> {
  const entries = new Map<string, Buffer>();
  for await (const entry of walk(zip)) {
    if (entry.fileName.endsWith("/") || entry.fileName.startsWith("__MACOSX/")) continue;
    if (entries.size >= MAX_ENTRIES || entry.uncompressedSize > MAX_ENTRY_BYTES) {
      throw new TrainingError(`The dataset is too big: at ${entry.fileName}.`);
    }
    entries.set(entry.fileName, await readEntry(zip, entry));
  }
  return entries;
}

async function* walk(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      zip.once("entry", resolve);
      zip.once("end", () => {
        resolve(undefined);
      });
      zip.once("error", reject);
      zip.readEntry();
    });
    zip.removeAllListeners("entry").removeAllListeners("end").removeAllListeners("error");
    if (!entry) return;
    yield entry;
  }
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const open = promisify<Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip));
  const chunks: Buffer[] = [];
  for await (const chunk of await open(entry)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function isCaption(name: string): boolean {
  return name.endsWith(".txt");
}

function stemOf(name: string): string {
  return name.replace(/\.[^./]+$/, "");
}
