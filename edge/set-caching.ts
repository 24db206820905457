import { publicPages } from "./routes";

/** Checked against our copy at every visit, so a deployment shows at once; a shared cache may answer for a minute. */
const PUBLIC = "public, max-age=0, s-maxage=60, stale-while-revalidate=86400";
const PRIVATE = "private, no-cache, no-store, max-age=0, must-revalidate";

/** Lets shared caches keep only what is the same for everybody, whatever the page's own headers say. */
export function setCaching(request: Request, response: Response): Response {
  const headers = new Headers(response.headers);
  const isPublic =
    publicPages.has(new URL(request.url).pathname) &&
    (request.method === "GET" || request.method === "HEAD") &&
    response.status === 200 &&
    !headers.has("set-cookie");

  if (isPublic) headers.set("cache-control", PUBLIC);
  else if (!/private|no-store/.test(headers.get("cache-control") ?? ""))
    headers.set("cache-control", PRIVATE);

  const etag = headers.get("etag");
  if (isPublic && etag && request.headers.get("if-none-match")?.includes(etag)) {
    return new Response(null, { status: 304, headers });
  }
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
