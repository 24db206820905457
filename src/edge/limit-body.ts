/**
 * A request's body, if it keeps to its limit. Nothing is read of one that says it is larger; one that does not say is
 * read up to the limit and given up there.
 */
export async function limitBody(
  request: Request,
  maxBytes: number,
): Promise<ReadableStream | ArrayBuffer | null | "too large"> {
  if (request.body === null) return null;
  const said = request.headers.get("content-length");
  if (said !== null) return Number(said) <= maxBytes ? request.body : "too large";

  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(pieces as BlobPart[]).arrayBuffer(); // workerd's pieces are never shared memory
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      return "too large";
    }
    pieces.push(value);
  }
}
