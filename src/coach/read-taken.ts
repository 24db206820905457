/** EXIF lies in the first part of a file; a photo of 20 MB is not read for it. */
const HEAD_BYTES = 256 * 1024;

/** What a photo says of its taking. It never leaves the device. */
export interface Taken {
  /** "2026-11-22", by the camera's clock. */
  on: string | null;
  /** The lens, or the camera where it names none: "iPhone 15 front camera 2.69mm f/1.9". */
  with: string | null;
}

/** Reads when and with what a photo was taken; null for what its EXIF does not say. */
export async function readTaken(file: Blob): Promise<Taken> {
  try {
    const { parse } = await import("exifr");
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    const tags: unknown = await parse(head, {
      pick: ["DateTimeOriginal", "CreateDate", "Make", "Model", "LensModel"],
      reviveValues: false,
    });
    const read = (name: string) => textIn(tags, name);
    const camera = [read("Make"), read("Model")].filter((part) => part !== null).join(" ");
    return {
      on: toDay(read("DateTimeOriginal") ?? read("CreateDate")),
      with: read("LensModel") ?? (camera || null),
    };
  } catch {
    // No EXIF, or one that is broken: then nobody knows.
    return { on: null, with: null };
  }
}

function textIn(tags: unknown, name: string): string | null {
  if (typeof tags !== "object" || tags === null || !(name in tags)) return null;
  const value: unknown = tags[name as keyof typeof tags]; // `in` has just said so
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** Of "2026:11:22 10:15:00", and not of "0000:00:00 00:00:00" from a camera whose clock was never set. */
function toDay(taken: string | null): string | null {
  const date = /^([12]\d{3}):(\d{2}):(\d{2})/.exec(taken ?? "");
  return date && `${date[1]}-${date[2]}-${date[3]}`;
}
