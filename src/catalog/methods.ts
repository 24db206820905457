const everywhere: ReadonlySet<string> = new Set(["GET", "HEAD", "POST"]);
/** What Clerk's own API also knows, behind its proxy. Its browser code sends these as POST, but that is its to say. */
const atClerk: ReadonlySet<string> = new Set(["PUT", "PATCH", "DELETE"]);

/** Inngest registers the functions by PUT. */
const PUT_DOOR = "/api/inngest";

/** What the answer to any other method says: none needs it, and TRACE would show a visitor's cookies to a script. */
export const allowedMethods = [...everywhere].join(", ");

/** Whether anybody of ours or of our vendors' asks for this path by this method. */
export function isNeededMethod(method: string, pathname: string): boolean {
  if (everywhere.has(method)) return true;
  if (pathname.startsWith("/__clerk/")) return atClerk.has(method);
  return method === "PUT" && pathname === PUT_DOOR;
}
