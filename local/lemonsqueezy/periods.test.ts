import { listSubscriptionInvoices, updateSubscription } from "@lemonsqueezy/lemonsqueezy.js";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";

import { offers } from "./catalog";
import { openStore } from "./testing/open-store";

let shop: Awaited<ReturnType<typeof openStore>>;
beforeAll(async () => {
  shop = await openStore();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => shop.close());

/** Buys Creator at an instant; the clock then goes to another one. */
async function buyAt(bought: string, then = bought): Promise<number> {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(bought) });
  const subscription = await shop.buy();
  vi.setSystemTime(new Date(then));
  return subscription;
}

async function chargeForPro(id: number): Promise<number> {
  await updateSubscription(id, { variantId: offers.pro.variantId, invoiceImmediately: true });
  const invoices = await listSubscriptionInvoices({ filter: { subscriptionId: String(id) } });
  return invoices.data!.data[0]!.attributes.total;
}

// The difference of the plans is $20.00 a month.
test.each([
  { bought: "2026-12-01T00:50:00Z", days: 15, left: 15 / 30, month: "November 16 to December 16" },
  { bought: "2027-03-01T12:00:00Z", days: 15, left: 13 / 28, month: "February 14 to March 14" },
  { bought: "2027-01-31T12:00:00Z", days: 15, left: 16 / 31, month: "January 16 to February 16" },
])("days that pass lead into a whole month of the calendar: $month", async ({ bought, days, left }) => {
  const subscription = await buyAt(bought);
  await shop.act({ act: "pass", subscription, days });
  expect(Math.abs((await chargeForPro(subscription)) - 2000 * left)).toBeLessThanOrEqual(1);
});

test("a month that was begun on the 31st is as short as it is", async () => {
  const subscription = await buyAt("2027-01-31T12:00:00Z", "2027-02-14T12:00:00Z");
  expect(Math.abs((await chargeForPro(subscription)) - 2000 * (14 / 28))).toBeLessThanOrEqual(1);
});
