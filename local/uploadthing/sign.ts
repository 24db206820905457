import { createHmac, timingSafeEqual } from "node:crypto";

/** UploadThing's signature of a text, as it stands in URLs and headers: `hmac-sha256=<hex>`. */
export function sign(text: string, apiKey: string): string {
  return `hmac-sha256=${createHmac("sha256", apiKey).update(text).digest("hex")}`;
}

/**
 * Says what is wrong with a signed URL, or undefined when it is good.
 *
 * The signature covers every character before `&signature=` and must be the last parameter, as the SDK writes it.
 */
export function findFlaw(url: string, apiKey: string): string | undefined {
  const at = url.search(/[?&]signature=/);
  if (at < 0) return "Missing signature";

  const given = Buffer.from(decode(url.slice(at + "&signature=".length)));
  const expected = Buffer.from(sign(url.slice(0, at), apiKey));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return "Invalid signature";

  const expires = Number(new URL(url).searchParams.get("expires"));
  return expires > Date.now() ? undefined : "URL has expired";
}

/** A URL that reads a private file, signed as the SDK does. */
export function signUrl(url: string, apiKey: string, expiresInSeconds: number): string {
  const unsigned = `${url}?expires=${String(Date.now() + expiresInSeconds * 1000)}`;
  return `${unsigned}&signature=${encodeURIComponent(sign(unsigned, apiKey))}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
