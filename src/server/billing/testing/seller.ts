import { createHmac } from "node:crypto";
import { inject } from "vitest";
import * as z from "zod";

import { env } from "~/env";
import type { Db } from "~/kysely/database";
import type { Act } from "~/local/lemonsqueezy/act-routes";

import { receiveEvent } from "../receive-event";
import type { PaidPlanId } from "../sold-plans";
import { startCheckout } from "../start-checkout";

const origin = inject("vendorOrigins").lemonsqueezy;

/** A delivery as the seller would send it. */
export interface Sent {
  name: string;
  body: string;
}

/** Buys a plan through the hosted checkout. @returns the seller's id of the subscription. Nothing is delivered yet. */
export async function buy(db: Db, purchase: { userId: string; plan: PaidPlanId }): Promise<string> {
  const url = await startCheckout(db, { ...purchase, origin: "http://localhost:3000" });
  await pay(url);
  const { userId } = purchase;
  const { subscriptions } = z
    .object({
      subscriptions: z.array(z.object({ id: z.number(), custom: z.record(z.string(), z.string()) })),
    })
    .parse(await (await fetch(`${origin}/__subscriptions`)).json());
  const bought = subscriptions.find((subscription) => subscription.custom["user_id"] === userId);
  if (!bought) throw new Error("The seller has no such subscription.");
  return String(bought.id);
}

/** Pays at a checkout's address as the browser's form does. */
export async function pay(url: string): Promise<Response> {
  const card = "4242 4242 4242 4242";
  const body = new URLSearchParams({ email: "ada@example.test", name: "Ada", card });
  return fetch(url, { method: "POST", redirect: "manual", body });
}

/** Lets something happen at the seller. */
export async function act(act: Act): Promise<void> {
  const response = await fetch(`${origin}/__act`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(act),
  });
  if (!response.ok) throw new Error(`The seller refused ${JSON.stringify(act)}: ${await response.text()}`);
}

/** All that the seller has to say about a user's purchases, oldest first. */
export async function listSent(userId: string): Promise<Sent[]> {
  const { deliveries } = z
    .object({
      deliveries: z.array(z.object({ event: z.string(), body: z.string(), position: z.number() })),
    })
    .parse(await (await fetch(`${origin}/__deliveries`)).json());
  return deliveries
    .filter((delivery) => delivery.body.includes(`"${userId}"`))
    .toSorted((a, b) => a.position - b.position)
    .map(({ event, body }) => ({ name: event, body }));
}

/** Signs as the seller does, or with `secret`. */
export function sign(body: string, secret = env.LEMONSQUEEZY_WEBHOOK_SECRET ?? ""): string {
  return createHmac("sha256", secret).update(body).digest("hex");
}

/** Delivers a body to the webhook's verb. A null signature leaves the header out. */
export async function deliver(
  db: Db,
  body: string,
  signature: string | null = sign(body),
): Promise<Response> {
  return receiveEvent(
    db,
    new Request("http://localhost/api/webhooks/lemonsqueezy", {
      method: "POST",
      body,
      ...(signature !== null && { headers: { "x-signature": signature } }),
    }),
  );
}

/** Delivers all that the seller has to say about a user, in order. */
export async function deliverAll(db: Db, userId: string): Promise<void> {
  for (const { body } of await listSent(userId)) {
    const response = await deliver(db, body);
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  }
}
