/** What setImmediate hands out; as in Node, which pages' libraries are written for. */
class Immediate {
  isCleared = false;

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
 * Runs `work` as a task of its own, as `setImmediate` does: after everything that is under way, microtasks included, in turn.
 *
 * workerd plays setImmediate as a timer, of 1.1 ms at the least (measured on 1.20261023.1, 2026-11-30), and React takes such a step
 * for each part of a page that is ready. A body that is read passes through workerd's queue of I/O: a task too, of 0.02 ms, and by its
 * promise with the caller's async context. A MessageChannel will not do: workerd delivers messages as microtasks, and then a part of a
 * page may overtake the one before it.
 */
function runSoon<Args extends unknown[]>(work: (...args: Args) => void, ...args: Args): Immediate {
  const immediate = new Immediate();
  void new Response("").text().then(() => {
    if (!immediate.isCleared) work(...args);
  });
  return immediate;
}

/** Has all that is loaded after this take `runSoon` for `setImmediate`. */
export function quickenImmediates(): void {
  Object.assign(globalThis, {
    setImmediate: runSoon,
    clearImmediate: (immediate?: Immediate) => {
      if (immediate) immediate.isCleared = true;
    },
  });
}
