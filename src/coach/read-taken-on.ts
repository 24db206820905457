/** Dates lie in the first part of a file; a photo of 20 MB is not read for them. */
const HEAD_BYTES = 256 * 1024;

/** The day a photo was taken on, "2026-11-22" by its camera's clock; null when its EXIF does not say. */
export async function readTakenOn(file: Blob): Promise<string | null> {
  try {
    const { parse } = await import("exifr");
    const tags: unknown = await parse(file.slice(0, HEAD_BYTES), {
      pick: ["DateTimeOriginal", "CreateDate"],
      reviveValues: false,
    });
    if (typeof tags !== "object" || tags === null) return null;
    const taken =
      "DateTimeOriginal" in tags ? tags.DateTimeOriginal : "CreateDate" in tags && tags.CreateDate;
    // "2026:11:22 10:15:00", and "0000:00:00 00:00:00" of a camera whose clock was never set.
    const date = typeof taken === "string" ? /^([12]\d{3}):(\d{2}):(\d{2})/.exec(taken) : null;
    return date && `${date[1]}-${date[2]}-${date[3]}`;
  } catch {
    // No EXIF, or one that is broken: then nobody knows.
    return null;
  }
}
