import { liveRules, liveTopics } from "~/catalog/live";
import type { LiveTopic, Pulse } from "~/catalog/live";

import type { Moving } from "./what-moves";

/** Silence for so long means that the connection is dead, or that the machine slept. */
const SILENCE_MS = 2.5 * liveRules.beatMs;
const LOOK_EVERY_MS = 5_000;
/** What is shown is read again at least this often while something moves and no connection can be had. */
const MAX_RETRY_MS = 5_000;
/** Connections that find nothing moving, though the page believes so, become rarer up to this. */
const MAX_REST_MS = 30_000;

interface Wants {
  /** What moves by data from after an instant, in ms since the epoch. */
  whatMoves: (since: number) => Moving;
  /** Calls back whenever that may have changed. @returns what ends it. */
  onNews: (notify: () => void) => () => void;
  refresh: (topics: readonly LiveTopic[]) => void;
}

/**
 * Keeps one connection to the server open as long as something moves and someone looks, and none otherwise. It is looked
 * for once as the tab comes, and comes back: something may move that the page does not show. Without a connection, what
 * moves is read again every few seconds instead.
 *
 * @returns what ends it.
 */
export function keepLive({ whatMoves, onNews, refresh }: Wants): () => void {
  let source: EventSource | undefined;
  let isForPayment = false;
  let heardAt = 0;
  let told: Pulse | undefined;
  let restedAt = 0;
  let emptyRests = 0;
  let failures = 0;
  let isCurious = true;
  let retry: ReturnType<typeof setTimeout> | undefined;

  function decide(): void {
    const moving = whatMoves(restedAt);
    const isWanted = document.visibilityState === "visible" && navigator.onLine;
    if (!isWanted) {
      disconnect();
      return;
    }
    if (source && moving.payment && !isForPayment) disconnect();
    if (!source && retry === undefined && (moving.anything || isCurious)) connect(moving);
  }

  function connect({ anything, payment }: Moving): void {
    isCurious = false;
    isForPayment = payment;
    let pulses = 0;
    const opened = new EventSource(`/api/live${payment ? "?for=payment" : ""}`);
    source = opened;
    heardAt = Date.now();
    opened.addEventListener("pulse", ({ data }: MessageEvent<string>) => {
      heardAt = Date.now();
      failures = 0;
      pulses += 1;
      const now = JSON.parse(data) as Pulse; // our own server's
      // The first of all: what the page shows was read a moment ago, and only what moved may have changed since.
      const before = told ?? (anything ? undefined : now);
      told = now;
      refresh(liveTopics.filter((topic) => before?.[topic] !== now[topic]));
    });
    opened.addEventListener("beat", () => {
      heardAt = Date.now();
    });
    opened.addEventListener("rest", () => {
      disconnect();
      restedAt = Date.now();
      emptyRests = pulses > 1 ? 0 : emptyRests + 1;
      if (emptyRests > 0) wait(Math.min(MAX_REST_MS, 500 * 2 ** emptyRests));
    });
    opened.addEventListener("again", () => {
      disconnect();
      decide();
    });
    opened.addEventListener("error", fail);
  }

  function fail(): void {
    disconnect();
    failures += 1;
    wait(Math.min(MAX_RETRY_MS, 500 * 2 ** failures), () => {
      if (document.visibilityState === "visible" && whatMoves(restedAt).anything) refresh(liveTopics);
    });
  }

  function disconnect(): void {
    source?.close();
    source = undefined;
  }

  function wait(ms: number, then: () => void = () => undefined): void {
    clearTimeout(retry);
    retry = setTimeout(() => {
      retry = undefined;
      then();
      decide();
    }, ms);
  }

  function comeBack(): void {
    isCurious = true;
    clearTimeout(retry);
    retry = undefined;
    decide();
  }

  const watchdog = setInterval(() => {
    if (source && Date.now() - heardAt > SILENCE_MS) fail();
  }, LOOK_EVERY_MS);
  const stopNews = onNews(decide);
  document.addEventListener("visibilitychange", comeBack);
  window.addEventListener("online", comeBack);
  window.addEventListener("offline", decide);
  decide();
  return () => {
    disconnect();
    stopNews();
    clearInterval(watchdog);
    clearTimeout(retry);
    document.removeEventListener("visibilitychange", comeBack);
    window.removeEventListener("online", comeBack);
    window.removeEventListener("offline", decide);
  };
}
