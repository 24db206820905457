import { publicPages } from "./routes";

/** Checked against our copy at every visit, so a deployment shows at once; a shared cache may answer for a minute. */
const PUBLIC = "public, max-age=0, s-maxage=60, stale-while-revalidate=86400";
const PRIVATE = "private, no-cache, no-store, max-age=0, must-revalidate";

/** Lets shared caches keep only what is the same for everybody, whatever the page's own headers say. */
export function setCaching(request: Request, response: Response): Response {
  const headers = new Headers(response.headers);
  const { status, statusText } = response;
  if (!isPublic(request, response)) {
    if (!/private|no-store/.test(headers.get("cache-control") ?? "")) headers.set("cache-control", PRIVATE);
    return new Response(response.body, { status, statusText, headers });
  }

  headers.set("cache-control", PUBLIC);
  // Clerk says here whether the visitor is signed in.
  for (const name of [...headers.keys()]) if (name.startsWith("x-clerk-")) headers.delete(name);
  const etag = headers.get("etag");
  const isKnown = etag !== null && request.headers.get("if-none-match")?.includes(etag);
  return isKnown
    ? new Response(null, { status: 304, headers })
    : new Response(response.body, { status, statusText, headers });
}

function isPublic({ url, method }: Request, { status, headers }: Response): boolean {
  return (
    publicPages.has(new URL(url).pathname) &&
    (method === "GET" || method === "HEAD") &&
    status === 200 &&
    !headers.has("set-cookie")
  );
}
