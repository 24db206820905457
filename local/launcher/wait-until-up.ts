import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 100;
/** The first page of `next dev` may take longer to compile; the compiler goes on while we ask again. */
const ANSWER_MS = 10_000;
const CONNECT_MS = 2_000;

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
  const isListening = await canConnect(Number(url.port));
  if (!isListening || url.protocol === "tcp:") return isListening;

  // A connection made in the moment a server starts can stay without an answer for good: ask again rather than wait.
  const limit = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]);
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
    const socket = connect({ port, host, timeout: CONNECT_MS });
    socket.once("timeout", () => {
      socket.destroy();
      resolve(false);
    });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => {
      resolve(false);
    });
  });
}
