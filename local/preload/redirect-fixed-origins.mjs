/**
 * Sends requests to an origin that an SDK has fixed to the vendor's player on this machine.
 *
 * Only @lemonsqueezy/lemonsqueezy.js 4.0.0 needs it: `https://api.lemonsqueezy.com` and global fetch, no option. Wraps
 * Node's own dispatcher in place, because Next replaces `globalThis.fetch` in development (vercel/next.js#92877).
 */

/** @param {string | undefined} lemonsqueezyPort where it is played; nothing is redirected without one */
export function redirectFixedOrigins(lemonsqueezyPort) {
  if (!lemonsqueezyPort) return;
  const targets = new Map([["https://api.lemonsqueezy.com", `http://localhost:${lemonsqueezyPort}`]]);

  void globalThis.Headers; // loads Node's undici, which sets its global dispatcher
  const dispatcher = globalThis[Symbol.for("undici.globalDispatcher.1")];
  if (!dispatcher) return;

  const dispatch = dispatcher.dispatch;
  dispatcher.dispatch = function (options, handler) {
    const target = targets.get(new URL(String(options.origin)).origin);
    return dispatch.call(this, target ? { ...options, origin: target } : options, handler);
  };
}
