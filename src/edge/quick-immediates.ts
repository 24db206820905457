import { AsyncLocalStorage } from "node:async_hooks";

/** What setImmediate hands out; as in Node, which pages' libraries are written for. */
class Immediate {
  readonly #port: MessagePort;

  constructor(port: MessagePort) {
    this.#port = port;
  }

  /** Whatever has not run yet never will. */
  clear(): void {
    this.#port.close();
  }

  // Nothing outlives its request here, so there is nothing to keep alive or let go.
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  hasRef(): boolean {
    return true;
  }
}

/**
 * Runs `work` after everything that is under way, as `setImmediate` does, with the caller's async context.
 *
 * workerd plays setImmediate as a timer, of 1.1 ms at the least (measured on 1.20261023.1, 2026-11-30), and React takes such a step
 * for each part of a page that is ready. A message to oneself is a task of its own too, and takes 0.02 ms. Each has a channel of
 * its own: one that requests shared would belong to the first of them.
 */
export function runSoon<Args extends unknown[]>(work: (...args: Args) => void, ...args: Args): Immediate {
  const inContext = AsyncLocalStorage.snapshot();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    inContext(work, ...args);
  };
  port2.postMessage(null);
  return new Immediate(port1);
}

/** Has all that is loaded after this take `runSoon` for `setImmediate`. */
export function quickenImmediates(): void {
  Object.assign(globalThis, {
    setImmediate: runSoon,
    clearImmediate: (immediate?: Immediate) => immediate?.clear(),
  });
}
