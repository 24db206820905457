import { Ticket } from "./file-record";

/**
 * Reads what a presigned URL says of its file.
 *
 * The SDK encodes each value itself and then again through `searchParams`, so values are decoded twice.
 *
 * @returns undefined when something is missing or malformed.
 */
export function readTicket(key: string, query: URLSearchParams): Ticket | undefined {
  try {
    const value = (name: string) => {
      const encoded = query.get(`x-ut-${name}`);
      return encoded === null ? null : decodeURIComponent(encoded);
    };
    const size = value("file-size");
    const ticket = Ticket.safeParse({
      key,
      name: value("file-name"),
      sizeBytes: size === null ? null : Number(size),
      type: mimeTypeOf(value("file-type")),
      customId: value("custom-id"),
      disposition: value("content-disposition") ?? "inline",
      acl: value("acl") ?? "public-read",
      slug: value("slug"),
    });
    return ticket.success ? ticket.data : undefined;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** A route may send its own word ("image", "blob") where the browser knew no type; that is no content-type. */
function mimeTypeOf(declared: string | null): string {
  return declared && /^[\w.+-]+\/[\w.+-]+(;[\w\s=."+-]*)?$/.test(declared)
    ? declared
    : "application/octet-stream";
}
