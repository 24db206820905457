const HEAD_LIMIT_BYTES = 16_384;
const END_OF_HEAD = Buffer.from("\r\n\r\n");

/** The body is not the one-part form that the SDK sends. */
export class MalformedForm extends Error {}

/** The boundary of a multipart form's parts. @throws MalformedForm when the content type names none. */
export function readBoundary(contentType: string | undefined): string {
  const match = /^multipart\/form-data;.*\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType ?? "");
  const boundary = match?.[1] ?? match?.[2];
  if (!boundary) throw new MalformedForm("Expected multipart/form-data");
  return boundary;
}

/**
 * Yields the bytes of the form's one part, "file", as they come, holding back only what may be the start of its end.
 *
 * @throws MalformedForm when the form has another shape or stops before its closing boundary.
 */
export async function* readFilePart(body: AsyncIterable<Buffer>, boundary: string): AsyncGenerator<Buffer> {
  const end = Buffer.from(`\r\n--${boundary}`);
  let pending: Buffer = Buffer.alloc(0);
  let place: "head" | "file" | "tail" = "head";

  for await (const chunk of body) {
    if (place === "tail") continue;
    pending = pending.length > 0 ? Buffer.concat([pending, chunk]) : chunk;

    if (place === "head") {
      const at = pending.indexOf(END_OF_HEAD);
      if (at < 0 && pending.length > HEAD_LIMIT_BYTES)
        throw new MalformedForm("The part's headers are too long");
      if (at < 0) continue;
      if (!/name="file"/.test(pending.toString("latin1", 0, at)))
        throw new MalformedForm('Expected a part "file"');
      pending = pending.subarray(at + END_OF_HEAD.length);
      place = "file";
    }

    const endsAt = pending.indexOf(end);
    const safe = endsAt < 0 ? pending.length - end.length + 1 : endsAt;
    if (safe > 0) yield pending.subarray(0, safe);
    if (endsAt >= 0) place = "tail";
    else if (safe > 0) pending = pending.subarray(safe);
  }

  if (place !== "tail") throw new MalformedForm("The form ends before its closing boundary");
}
