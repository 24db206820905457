import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 100;

/**
 * Waits until every probe answers: `http://…` with any answer at all, `tcp://host:port` with a connection.
 *
 * @throws the signal's reason when it is aborted first.
 */
export async function waitUntilUp(probes: readonly string[], signal: AbortSignal): Promise<void> {
  for (const probe of probes) {
    // The sleep's own rejection would hide the reason of the abort.
    while (!(await answers(probe, signal)))
      await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function answers(probe: string, signal: AbortSignal): Promise<boolean> {
  signal.throwIfAborted();
  const url = new URL(probe);
  if (url.protocol === "tcp:") return canConnect(Number(url.port));

  // Long: the first answer of `next dev` waits for its compiler.
  const limit = AbortSignal.any([signal, AbortSignal.timeout(180_000)]);
  return fetch(url, { redirect: "manual", signal: limit }).then(
    async (response) => {
      await response.body?.cancel();
      return true;
    },
    () => false,
  );
}

/** Whether something on this machine accepts connections on the port. */
export function canConnect(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => {
      resolve(false);
    });
  });
}
