import { createHmac } from "node:crypto";

import type { Control } from "../control";
import { newId } from "./ids";
import type { Settings } from "./settings";
import type { DeliveryRecord } from "./state";
import type { Store } from "./store";

/** Svix gives an endpoint 15 seconds (docs.svix.com/receiving/introduction, read 2026-11-22). */
const ANSWER_WITHIN_MS = 15_000;

export interface Webhooks {
  /** Queues an event; it leaves after the current request, and again until it is answered with success. */
  send: (type: string, data: object) => void;
  /** Takes up the deliveries that a restart interrupted. */
  resume: () => void;
  /** Stops sending; what is undelivered stays in the state. */
  stop: () => Promise<void>;
}

/** Sends user events as Svix does for Clerk: signed, at least once, in no promised order. */
export function createWebhooks(store: Store, control: Control, settings: Settings): Webhooks {
  const { webhook, webhookRetryMs, log } = settings;
  const { deliveries } = store.state;
  const timers = new Map<string, NodeJS.Timeout>();
  const underway = new Set<Promise<void>>();
  const stopping = new AbortController();

  function schedule(delivery: DeliveryRecord): void {
    const wait = Math.max(0, delivery.dueAt - Date.now());
    const timer = setTimeout(() => {
      timers.delete(delivery.id);
      const attempt = deliver(delivery).finally(() => underway.delete(attempt));
      underway.add(attempt);
    }, wait);
    timers.set(delivery.id, timer);
  }

  async function deliver(delivery: DeliveryRecord): Promise<void> {
    if (!webhook) return;
    const posts = Array.from({ length: delivery.copies }, () => post(webhook, delivery, stopping.signal));
    const failures = (await Promise.all(posts)).filter((failure) => failure !== undefined);
    if (stopping.signal.aborted) return;

    const name = `webhook ${delivery.type} ${delivery.id}`;
    delivery.attempts += 1;
    const retryMs = webhookRetryMs[delivery.attempts - 1];
    if (failures.length === 0 || retryMs === undefined) {
      deliveries.delete(delivery.id);
      log(failures.length === 0 ? `${name} delivered` : `${name} given up: ${failures.join(", ")}`);
    } else {
      delivery.dueAt = Date.now() + retryMs;
      schedule(delivery);
      log(`${name} failed (${failures.join(", ")}), again in ${String(retryMs / 1000)} s`);
    }
    store.save();
  }

  return {
    send: (type, data) => {
      if (!webhook) return;
      const fault = control.take("webhook");
      if (fault?.kind === "drop") {
        log(`webhook ${type} dropped on purpose`);
        return;
      }
      const timestamp = Date.now();
      const delivery = {
        id: newId("msg"),
        type,
        body: JSON.stringify({ object: "event", type, data, timestamp, instance_id: "ins_local" }),
        attempts: 0,
        copies: fault?.kind === "duplicate" ? 2 : 1,
        dueAt: timestamp + (fault?.kind === "delay" ? fault.ms : 0),
      };
      deliveries.set(delivery.id, delivery);
      schedule(delivery);
    },
    resume: () => {
      deliveries.forEach(schedule);
    },
    stop: async () => {
      stopping.abort();
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(underway);
    },
  };
}

/** @returns what went wrong, or undefined when the endpoint answered with success. */
async function post(
  { url, secret }: { url: string; secret: string },
  { id, body }: DeliveryRecord,
  stopping: AbortSignal,
): Promise<string | undefined> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  const headers = {
    "content-type": "application/json",
    "svix-id": id,
    "svix-timestamp": timestamp,
    "svix-signature": `v1,${signature}`,
    "user-agent": "Svix-Webhooks/1.0 (local)",
  };
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
  try {
    const response = await fetch(url, { method: "POST", body, headers, redirect: "manual", signal });
    await response.body?.cancel();
    return response.ok ? undefined : `answered ${String(response.status)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
