import type { IncomingMessage } from "node:http";

/** The URL a request was made to, character for character, as signatures cover it. */
export function signedUrlOf(incoming: IncomingMessage): string {
  return `http://${incoming.headers.host ?? ""}${incoming.url ?? ""}`;
}
