import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCheckout, lemonSqueezySetup, listSubscriptions } from "@lemonsqueezy/lemonsqueezy.js";
import * as z from "zod";
import { redirectFixedOrigins } from "~/local/preload/redirect-fixed-origins.mjs";
import type { Fault } from "../../control";
import type { Act } from "../act-routes";
import { offers, store } from "../catalog";
import { Delivery } from "../records";
import { startLemonSqueezy } from "../start-lemonsqueezy";
import { openListener } from "./open-listener";

const apiKey = "a-key-for-tests-only";
export const webhookSecret = "a-secret-for-tests-only";

/** A local Lemon Squeezy of a test's own with somewhere for its webhooks to go; the SDK in this process speaks to it. */
export async function openStore({ retryMs = [20, 40, 80] }: { retryMs?: number[] } = {}) {
  const dir = await mkdtemp(join(tmpdir(), "lemonsqueezy-"));
  const listener = await openListener();
  const vendor = await startLemonSqueezy({
    ...{ port: 0, dir, apiKey, webhookSecret, webhookUrl: `${listener.origin}/hook`, retryMs },
  });
  redirectFixedOrigins(new URL(vendor.origin).port);
  lemonSqueezySetup({ apiKey });

  const post = (path: string, body: unknown) =>
    fetch(vendor.origin + path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  /** Pays at a checkout's address as the browser's form does. */
  const pay = (url: string, card = "4242 4242 4242 4242") =>
    fetch(url, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ email: "ada@example.test", name: "Ada", card }),
    });

  return {
    origin: vendor.origin,
    listener,
    act: (act: Act) => post("/__act", act),
    fail: (...faults: Fault[]) => post("/__control", { faults }),
    deliveries: async () => {
      const answer: unknown = await (await fetch(`${vendor.origin}/__deliveries`)).json();
      return z.object({ deliveries: z.array(Delivery) }).parse(answer).deliveries;
    },
    pay,
    /** Buys Creator for user_ada. @returns the subscription's id. */
    buy: async (): Promise<number> => {
      const { data } = await createCheckout(store.id, offers.creator.variantId, {
        checkoutData: { custom: { user_id: "user_ada" } },
      });
      await pay(data?.data.attributes.url ?? "");
      return Number((await listSubscriptions({ page: { size: 1 } })).data?.data[0]?.id);
    },
    close: async () => {
      await vendor.close();
      await listener.close();
      await rm(dir, { recursive: true });
    },
  };
}
