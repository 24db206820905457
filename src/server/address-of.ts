/** No one's address: whoever stands behind a proxy that does not say who is calling. */
const ownMachine = /^(127\.|::1$|::ffff:127\.|localhost$)/i;

/**
 * SHA-256 of the client's address, hex; null when unknown. The first hop is the client: the worker in front, or the proxy
 * that a Node host needs, says so itself and drops what a visitor says.
 */
export async function hashAddress(headers: Headers): Promise<string | null> {
  const address = headers.get("x-forwarded-for")?.split(",")[0]?.trim();
  if (!address || ownMachine.test(address)) return null;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`likeness:${address}`));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
