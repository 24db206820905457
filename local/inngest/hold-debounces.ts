import type { Engine } from "./engine";
import { startRun } from "./queue-run";

export interface Debounces {
  /** Sets timers for the events that are held back now. */
  refresh: () => void;
  stop: () => void;
}

/** Lets the last event of each debounced burst go once its time has come. */
export function holdDebounces(engine: Engine): Debounces {
  const { store } = engine;
  let timer: NodeJS.Timeout | undefined;

  const release = () => {
    const now = Date.now();
    store.transact(() => {
      for (const [key, { functionId, event, dueAt }] of [...store.state.debounces]) {
        if (dueAt > now) continue;
        store.record({ type: "debounce/released", key });
        const config = store.state.functions.get(functionId)?.config;
        if (config) startRun(engine, config, event);
      }
    });
    refresh();
  };

  const refresh = () => {
    clearTimeout(timer);
    const nextAt = Math.min(...Array.from(store.state.debounces.values(), ({ dueAt }) => dueAt));
    if (nextAt !== Infinity)
      timer = setTimeout(release, Math.min(Math.max(nextAt - Date.now(), 0), 2 ** 31 - 1));
  };

  return {
    refresh,
    stop: () => {
      clearTimeout(timer);
    },
  };
}
