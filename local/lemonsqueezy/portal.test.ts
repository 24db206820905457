import { getSubscription } from "@lemonsqueezy/lemonsqueezy.js";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openStore } from "./testing/open-store";

let shop: Awaited<ReturnType<typeof openStore>>;
beforeAll(async () => {
  shop = await openStore();
});
afterAll(() => shop.close());

test("the portal changes, cancels and resumes by its buttons, and only by a signed address", async () => {
  const id = String(await shop.buy());
  const { urls } = (await getSubscription(id)).data!.data.attributes;
  const press = async (label: string) => {
    const page = await (await fetch(urls.customer_portal)).text();
    const own = page.split(`aria-label="Subscription ${id}"`)[1]!;
    const form = own.slice(0, own.indexOf(label)).split("<form").at(-1)!;
    const action = /action="([^"]+)"/.exec(form)![1]!.replaceAll("&amp;", "&");
    const variant = /value="(\d+)"/.exec(form)?.[1] ?? "";
    return fetch(action, { method: "POST", body: new URLSearchParams({ variant }), redirect: "manual" });
  };
  const statusNow = async () => (await getSubscription(id)).data!.data.attributes;

  expect((await press("Change to Pro")).status).toBe(303);
  expect((await statusNow()).product_name).toBe("Pro");
  await press("Cancel subscription");
  expect((await statusNow()).status).toBe("cancelled");
  await press("Resume subscription");
  expect((await statusNow()).status).toBe("active");

  const forged = urls.customer_portal.replace(/customer=\d+/, "customer=1");
  expect((await fetch(forged)).status).toBe(403);
  await vi.waitFor(async () => {
    expect((await shop.deliveries()).filter(({ status }) => status !== "delivered")).toEqual([]);
  });
});
