// @ts-check
/**
 * Plays Cloudflare's Workers Assets in front of the worker: a file that was built is served without asking it
 * (developers.cloudflare.com/workers/static-assets, read 2026-11-22: `run_worker_first` unset). It runs in workerd.
 *
 * Not imitated: compression, ranges, redirects between `/a` and `/a.html`, a `_redirects` file.
 */
const types = {
  css: "text/css; charset=utf-8",
  ico: "image/x-icon",
  jpg: "image/jpeg",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  map: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  webp: "image/webp",
  woff2: "font/woff2",
};

export default {
  /** @param {Request} request @param {{ FILES: any, WORKER?: any, BUILD: string }} bindings */
  async fetch(request, bindings) {
    const { pathname } = new URL(request.url);
    const isRead = request.method === "GET" || request.method === "HEAD";
    // What the worker keeps there is for the worker: Cloudflare never serves /cdn-cgi from assets to visitors.
    const isInternal = bindings.WORKER !== undefined && pathname.startsWith("/cdn-cgi/");
    const file = isRead && !isInternal ? await readFile(request, pathname, bindings) : undefined;
    if (file) return file;
    return bindings.WORKER ? bindings.WORKER.fetch(request) : new Response("Not found.", { status: 404 });
  },
};

async function readFile(request, pathname, { FILES, BUILD }) {
  if (pathname.endsWith("/")) return undefined;
  const answer = await FILES.fetch(new URL(pathname, "http://files"), { method: request.method });
  // A folder is answered with its listing, as JSON.
  const isFolder = answer.headers.get("content-type") === "application/json" && !pathname.endsWith(".json");
  if (!answer.ok || isFolder) {
    await answer.body?.cancel();
    return undefined;
  }
  const etag = `"${BUILD}-${answer.headers.get("content-length")}"`;
  const headers = {
    "content-type": types[pathname.split(".").pop()] ?? "application/octet-stream",
    "cache-control": pathname.startsWith("/_next/static/")
      ? "public, max-age=31536000, immutable"
      : "public, max-age=0, must-revalidate",
    etag,
  };
  if (request.headers.get("if-none-match") === etag) {
    await answer.body?.cancel();
    return new Response(null, { status: 304, headers });
  }
  return new Response(answer.body, { headers });
}
