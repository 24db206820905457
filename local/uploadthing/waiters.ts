/** Meetings by key: some wait for a value, someone else brings it. */
export interface Waiters<T> {
  /** Resolves with the next value brought for `key`, or undefined after `ms` milliseconds or once `signal` aborts. */
  wait: (key: string, ms: number, signal: AbortSignal) => Promise<T | undefined>;
  bring: (key: string, value: T) => void;
}

/** Makes an empty meeting place. */
export function createWaiters<T>(): Waiters<T> {
  const waiting = new Map<string, Set<(value: T) => void>>();

  return {
    wait: (key, ms, signal) =>
      new Promise((resolve) => {
        const end = (value: T | undefined) => {
          clearTimeout(timer);
          signal.removeEventListener("abort", giveUp);
          waiting.get(key)?.delete(end);
          if (waiting.get(key)?.size === 0) waiting.delete(key);
          resolve(value);
        };
        const giveUp = () => {
          end(undefined);
        };
        const timer = setTimeout(giveUp, ms);
        signal.addEventListener("abort", giveUp);
        waiting.set(key, (waiting.get(key) ?? new Set()).add(end));
        if (signal.aborted) giveUp();
      }),
    bring: (key, value) => {
      for (const end of [...(waiting.get(key) ?? [])]) end(value);
    },
  };
}
