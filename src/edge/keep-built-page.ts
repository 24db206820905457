import { publicPages } from "./routes";

interface KeptPage {
  body: ArrayBuffer;
  headers: [string, string][];
}

/** By path; there are only so many, and they change with a deployment alone, which starts new isolates. */
const kept = new Map<string, KeptPage>();

/** By these Next asks for a part of a page. */
const partHeaders = ["rsc", "next-router-prefetch", "next-router-segment-prefetch", "next-router-state-tree"];

/**
 * Answers for a page that is built ahead out of this isolate's memory, once it was rendered here: it is the same for
 * everybody. Asked for in any other way than a browser does (with a query, or a part of it) it is rendered.
 */
export async function keepBuiltPage(request: Request, render: () => Promise<Response>): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const isWhole = search === "" && partHeaders.every((name) => !request.headers.has(name));
  if (request.method !== "GET" || !publicPages.has(pathname) || !isWhole) return render();

  const known = kept.get(pathname);
  if (known) return new Response(known.body, { headers: known.headers });

  const response = await render();
  if (response.status !== 200 || response.headers.has("set-cookie")) return response;
  const page = { body: await response.arrayBuffer(), headers: [...response.headers] };
  kept.set(pathname, page);
  return new Response(page.body, { headers: page.headers });
}
