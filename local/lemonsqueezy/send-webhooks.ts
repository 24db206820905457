import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Control } from "../control";
import { DAY_MS } from "./instants";
import type { Records } from "./open-records";
import type { Delivery } from "./records";

const ANSWER_WITHIN_MS = 30_000;
/** Between the events of one change, which leave in order but are not waited for. */
const GAP_MS = 25;
/** How long an event waits for the one before it to be answered: nobody promises an order, but a quiet day has one. */
const TURN_MS = 1_000;

/** Something that happened, as it stands at that moment. */
export interface Event {
  name: string;
  /** The JSON:API object. */
  data: unknown;
  custom: Record<string, string>;
}

export interface Webhooks {
  /** Writes down what one change has caused, and sends it. */
  emit: (events: readonly Event[]) => void;
  /** Lets time pass for what waits: late events, and retries. */
  hurry: (ms: number) => void;
  /** The dashboard's "Resend": the same body and id again. @returns false when there is no such delivery. */
  resend: (id: string) => boolean;
  /** Takes up what a stopped process left undelivered. */
  resume: () => void;
  stop: () => Promise<void>;
}

interface Options {
  url: string | undefined;
  secret: string;
  retryMs: readonly number[];
  records: Records;
  control: Control;
  log: (line: string) => void;
}

/**
 * Sends the store's webhooks: signed, at least once, in no promised order, and given up after the last retry.
 *
 * Faults on "webhook", or on "webhook:EVENT_NAME" for one event: drop, duplicate, delay, forged (a copy with a wrong
 * signature goes first), late (a day), garbage (signed, but no event). On "batch": shuffle, which turns round the events
 * of one change.
 */
export function createWebhooks({ url, secret, retryMs, records, control, log }: Options): Webhooks {
  const timers = new Map<string, NodeJS.Timeout>();
  const underway = new Set<Promise<void>>();
  let turn: Promise<void> = Promise.resolve();
  const stopping = new AbortController();

  function schedule(delivery: Delivery): void {
    clearTimeout(timers.get(delivery.id));
    const timer = setTimeout(
      () => {
        timers.delete(delivery.id);
        const attempt = turn.then(() => send(delivery.id)).finally(() => underway.delete(attempt));
        underway.add(attempt);
        turn = Promise.race([attempt, sleep(TURN_MS, undefined, { ref: false })]);
      },
      Math.max(0, delivery.dueAt - Date.now()),
    );
    timers.set(delivery.id, timer);
  }

  async function send(id: string): Promise<void> {
    const delivery = records.deliveries.find(id);
    if (!url || delivery?.status !== "waiting") return;
    const answer = await post(url, delivery);
    if (stopping.signal.aborted) return;

    const attempts = [...delivery.attempts, answer];
    const wait = retryMs[retryMs.length - delivery.retriesLeft];
    log(`webhook ${delivery.event} ${id} answered ${answer}`);
    if (answer === 200) records.deliveries.save({ ...delivery, attempts, status: "delivered" });
    else if (delivery.retriesLeft === 0 || wait === undefined) {
      records.deliveries.save({ ...delivery, attempts, status: "lost" });
      log(`webhook ${delivery.event} ${id} is lost`);
    } else {
      const retriesLeft = delivery.retriesLeft - 1;
      schedule(records.deliveries.save({ ...delivery, attempts, retriesLeft, dueAt: Date.now() + wait }));
    }
  }

  async function post(target: string, { event, body, signature }: Delivery): Promise<number> {
    const headers = {
      "content-type": "application/json",
      "x-event-name": event,
      "x-signature": signature ?? sign(secret, body),
    };
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
    try {
      const response = await fetch(target, { method: "POST", headers, body, redirect: "manual", signal });
      await response.body?.cancel();
      return response.status;
    } catch {
      return 0;
    }
  }

  function write({ name, data, custom }: Event, dueAt: number): Delivery {
    const id = randomUUID();
    const hasCustom = Object.keys(custom).length > 0;
    const meta = {
      test_mode: true,
      event_name: name,
      webhook_id: id,
      ...(hasCustom && { custom_data: custom }),
    };
    return {
      ...{ id, position: records.nextId(), event: name, body: JSON.stringify({ meta, data }) },
      ...{ signature: null, status: "waiting", retriesLeft: retryMs.length, dueAt, attempts: [] },
    };
  }

  /** The deliveries that one event becomes, by the fault that awaits it. */
  function spoil(delivery: Delivery): Delivery[] {
    const fault = control.take(`webhook:${delivery.event}`) ?? control.take("webhook");
    const copy = (): Delivery => ({ ...delivery, id: randomUUID(), position: records.nextId() });
    switch (fault?.kind) {
      case "drop":
        return [{ ...delivery, status: "dropped" }];
      case "duplicate":
        return [delivery, copy()];
      case "delay":
        return [{ ...delivery, dueAt: delivery.dueAt + fault.ms }];
      case "late":
        return [{ ...delivery, dueAt: delivery.dueAt + DAY_MS }];
      case "forged":
        return [
          { ...copy(), signature: sign("a-stranger's-secret", delivery.body), retriesLeft: 0 },
          delivery,
        ];
      case "garbage":
        return [{ ...delivery, body: `{"meta":`, retriesLeft: 0 }];
      default:
        return [delivery];
    }
  }

  return {
    emit: (events) => {
      const ordered = control.take("batch")?.kind === "shuffle" ? events.toReversed() : events;
      const startMs = Date.now();
      ordered
        .flatMap((event, at) => spoil(write(event, startMs + at * GAP_MS)))
        .map((delivery) => records.deliveries.save(delivery))
        .forEach(schedule);
    },
    hurry: (ms) => {
      for (const delivery of waiting().filter(({ id }) => timers.has(id)))
        schedule(records.deliveries.save({ ...delivery, dueAt: delivery.dueAt - ms }));
    },
    resend: (id) => {
      const delivery = records.deliveries.find(id);
      if (!delivery) return false;
      schedule(
        records.deliveries.save({ ...delivery, status: "waiting", retriesLeft: 0, dueAt: Date.now() }),
      );
      return true;
    },
    resume: () => waiting().forEach(schedule),
    stop: async () => {
      stopping.abort();
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(underway);
    },
  };

  function waiting(): Delivery[] {
    return records.deliveries
      .list()
      .filter(({ status }) => status === "waiting")
      .toReversed();
  }
}

/** `X-Signature`: hexadecimal HMAC-SHA256 of the raw body. */
export function sign(secret: string, body: string): string {
  return createHmac("sha256", secret).update(body).digest("hex");
}
