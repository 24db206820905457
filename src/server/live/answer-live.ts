import { liveRules, liveTopics } from "~/catalog/live";
import type { Pulse } from "~/catalog/live";

import type { Watch } from "./keep-watch";
import type { Standing } from "./read-pulses";

interface LiveWish {
  /** From the session. */
  userId: string | null;
  /** Stay while a payment is awaited, too. */
  awaitsPayment: boolean;
  /** Ends when the browser goes. */
  signal: AbortSignal;
}

/** Events that a browser has not taken yet; with more it is cut off and connects anew. */
const MAX_WAITING = 32;

/**
 * Answers with a stream of events that lasts as long as something of the user's moves: `pulse` with how things stand,
 * first and at each change; `beat` when there is nothing to tell; `rest` when nothing moves any more, `again` when it has
 * lasted long enough and wants to be asked anew. 401 when signed out, 429 with too many tabs.
 */
export function answerLive(watch: Watch, { userId, awaitsPayment, signal }: LiveWish): Response {
  if (userId === null) return refuse(401, "Sign in first.");
  if (watch.count(userId) >= liveRules.maxTabs) return refuse(429, "Too many tabs at once.");

  let end: () => void = () => undefined;
  const stream = new ReadableStream<string>(
    {
      start: (controller) => {
        const endWith = (event?: "rest" | "again") => {
          stopWatching();
          clearInterval(beat);
          clearTimeout(life);
          signal.removeEventListener("abort", end);
          if (event) controller.enqueue(write(event));
          controller.close();
          end = () => undefined;
        };
        const tell = (text: string) => {
          if ((controller.desiredSize ?? 0) <= 0) end();
          else controller.enqueue(text);
        };
        let told: Pulse | undefined;
        const stopWatching = watch.add(userId, (standing) => {
          if (standing && hasChanged(told, standing.pulse)) tell(write("pulse", (told = standing.pulse)));
          if (!keepsOn(standing, awaitsPayment)) endWith("rest");
        });
        const beat = setInterval(() => tell(write("beat")), liveRules.beatMs);
        const life = setTimeout(() => endWith("again"), liveRules.maxLifeMs);
        end = () => endWith();
        signal.addEventListener("abort", end);
      },
      cancel: () => end(),
    },
    { highWaterMark: MAX_WAITING },
  );
  return new Response(stream.pipeThrough(new TextEncoderStream()), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // `no-transform`: what compresses on the way would hold events back.
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

function keepsOn(standing: Standing | undefined, awaitsPayment: boolean): boolean {
  return standing !== undefined && (standing.isMoving || (awaitsPayment && standing.awaitsPayment));
}

function hasChanged(before: Pulse | undefined, now: Pulse): boolean {
  return liveTopics.some((topic) => before?.[topic] !== now[topic]);
}

function write(event: string, data: unknown = null): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

function refuse(status: number, sentence: string): Response {
  return new Response(sentence, { status, headers: { "cache-control": "private, no-store" } });
}
