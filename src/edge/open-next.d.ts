// What `opennextjs-cloudflare build` writes; wrangler.jsonc says where these names lead.

declare module "open-next/request-context" {
  /** Gives `work` the request's bindings and, the first time, sets the isolate up. */
  export function runWithCloudflareRequestContext(
    ...given: [request: Request, bindings: object, execution: object, work: () => Promise<Response>]
  ): Promise<Response>;
}

declare module "open-next/middleware" {
  /** `src/proxy.ts` and Next's routing: an answer, or the request to render. */
  export function handler(request: Request, bindings: object, execution: object): Promise<Request | Response>;
}

declare module "open-next/server" {
  /** Next's server. */
  export function handler(
    ...given: [request: Request, bindings: object, execution: object, signal: AbortSignal]
  ): Promise<Response>;
}
