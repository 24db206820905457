/** What a visitor may not say about themselves: only the network in front of us knows it, or Next says it to itself. */
const untrusted =
  /^(forwarded|x-forwarded-.*|x-real-ip|x-middleware-.*|x-invoke-.*|x-matched-path|x-nextjs-.*|x-opennext-.*|x-original-.*|x-rewrite-url|x-http-method-override|x-request-.*)$/;

/** A request's headers as both sides may trust them: the public origin, and the visitor's address from Cloudflare or not at all. */
export function cleanHeaders(request: Request, publicOrigin: string): Headers {
  const headers = new Headers(request.headers);
  for (const name of [...headers.keys()]) if (untrusted.test(name)) headers.delete(name);

  const { host, protocol } = new URL(publicOrigin);
  headers.set("x-forwarded-host", host);
  headers.set("x-forwarded-proto", protocol.slice(0, -1));
  const address = headers.get("cf-connecting-ip");
  if (address) headers.set("x-forwarded-for", address);
  return headers;
}
