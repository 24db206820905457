/** A span of bytes, both ends included. */
export interface Range {
  first: number;
  last: number;
}

/** Reads a `Range` header against a file's size: undefined means the whole file, as for several ranges or another unit. */
export function readRange(
  header: string | undefined,
  sizeBytes: number,
): Range | "unsatisfiable" | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  const [, from = "", to = ""] = match ?? [];
  if (from === "" && to === "") return undefined;

  if (from === "") {
    const count = Math.min(Number(to), sizeBytes);
    return count > 0 ? { first: sizeBytes - count, last: sizeBytes - 1 } : "unsatisfiable";
  }

  const first = Number(from);
  const last = to === "" ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (to !== "" && Number(to) < first) return undefined;
  return first < sizeBytes ? { first, last } : "unsatisfiable";
}
