import type { AddressInfo } from "node:net";

import { verifyWebhook } from "@clerk/nextjs/webhooks";
import { createAdaptorServer } from "@hono/node-server";
import { NextRequest } from "next/server";
import { expect, onTestFinished, test, vi } from "vitest";

import { openBrowser, signUp } from "./testing/open-browser";
import { startTestClerk, temporaryDir, WEBHOOK_SECRET } from "./testing/start-test-clerk";

interface Delivery {
  id: string;
  request: NextRequest;
}

/** An endpoint that keeps what it is sent and answers with `statuses` in turn, then 200. */
async function startEndpoint(statuses: number[] = []) {
  const deliveries: Delivery[] = [];
  const server = createAdaptorServer({
    fetch: async (request) => {
      const body = await request.text();
      const kept = new NextRequest(request.url, { method: "POST", headers: request.headers, body });
      deliveries.push({ id: request.headers.get("svix-id") ?? "", request: kept });
      return new Response(null, { status: statuses.shift() ?? 200 });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    if ("closeAllConnections" in server) server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    deliveries,
    webhook: { url: `http://localhost:${String(port)}/api/webhooks/clerk`, secret: WEBHOOK_SECRET },
  };
}

const verify = (request: NextRequest) => verifyWebhook(request, { signingSecret: WEBHOOK_SECRET });

async function breakWebhooks(origin: string, fault: object): Promise<void> {
  const body = JSON.stringify({ faults: [{ on: "webhook", ...fault }] });
  await fetch(`${origin}/__control`, { method: "POST", body });
}

test("a user's life is told in events that Clerk's own check accepts", async () => {
  const { deliveries, webhook } = await startEndpoint();
  const clerk = await startTestClerk({ webhook });
  await signUp(openBrowser(clerk), "ada@example.com");
  await vi.waitFor(() => expect(deliveries).toHaveLength(1));
  const [user] = (await clerk.backend.users.getUserList()).data;
  const id = user?.id ?? "";
  await clerk.backend.users.updateUserMetadata(id, { privateMetadata: { plan: "pro" } });
  await vi.waitFor(() => expect(deliveries).toHaveLength(2));
  await clerk.backend.users.deleteUser(id);
  await vi.waitFor(() => expect(deliveries).toHaveLength(3));

  const events = await Promise.all(deliveries.map(({ request }) => verify(request)));
  expect(events).toMatchObject([
    { type: "user.created", data: { id, email_addresses: [{ email_address: "ada@example.com" }] } },
    { type: "user.updated", data: { id, private_metadata: { plan: "pro" } } },
    { type: "user.deleted", data: { id, deleted: true } },
  ]);
  expect(new Set(deliveries.map((delivery) => delivery.id)).size).toBe(3);
});

test("a changed body or another secret is refused", async () => {
  const { deliveries, webhook } = await startEndpoint();
  const clerk = await startTestClerk({ webhook });
  await signUp(openBrowser(clerk), "ada@example.com");
  await vi.waitFor(() => expect(deliveries).toHaveLength(1));
  const { request } = deliveries[0] as Delivery;

  const body = (await request.clone().text()).replace("ada@", "eve@");
  await expect(
    verify(new NextRequest(request.url, { method: "POST", headers: request.headers, body })),
  ).rejects.toThrow();
  const signingSecret = `whsec_${Buffer.from("another").toString("base64")}`;
  await expect(verifyWebhook(new NextRequest(request.clone()), { signingSecret })).rejects.toThrow();
  await expect(verify(request)).resolves.toMatchObject({ type: "user.created" });
});

test("a delivery that fails comes again under the same id, until it is given up", async () => {
  const { deliveries, webhook } = await startEndpoint([500, 302]);
  const clerk = await startTestClerk({ webhook, webhookRetryMs: [5, 10, 20, 40] });
  await signUp(openBrowser(clerk), "ada@example.com");
  await vi.waitFor(() => expect(deliveries).toHaveLength(3));
  expect(new Set(deliveries.map(({ id }) => id)).size).toBe(1);
  await expect(verify((deliveries[2] as Delivery).request)).resolves.toMatchObject({ type: "user.created" });

  const lines: string[] = [];
  const failing = await startEndpoint(Array.from({ length: 9 }, () => 500));
  const other = await startTestClerk({
    webhook: failing.webhook,
    webhookRetryMs: [5, 10, 20, 40],
    log: (line) => lines.push(line),
  });
  await signUp(openBrowser(other), "ada@example.com");
  await vi.waitFor(() => expect(lines.join("\n")).toContain("given up"));
  expect(failing.deliveries).toHaveLength(5);
});

test("what was not delivered before a restart is delivered after it", async () => {
  const dir = await temporaryDir();
  const unreachable = { url: "http://localhost:1/api/webhooks/clerk", secret: WEBHOOK_SECRET };
  const lines: string[] = [];
  const before = await startTestClerk({
    dir,
    webhook: unreachable,
    webhookRetryMs: [50, 50],
    log: (line) => lines.push(line),
  });
  await signUp(openBrowser(before), "ada@example.com");
  await vi.waitFor(() => expect(lines.join("\n")).toContain("again in"));
  await before.close();

  const { deliveries, webhook } = await startEndpoint();
  await startTestClerk({ dir, webhook });
  await vi.waitFor(() => expect(deliveries).toHaveLength(1));
});

test("faults on webhook duplicate, delay and drop", async () => {
  const { deliveries, webhook } = await startEndpoint();
  const clerk = await startTestClerk({ webhook });
  const create = (name: string) =>
    clerk.backend.users.createUser({ emailAddress: [`${name}@example.com`], skipPasswordRequirement: true });

  await breakWebhooks(clerk.origin, { kind: "duplicate" });
  await create("ada");
  await vi.waitFor(() => expect(deliveries).toHaveLength(2));
  expect(deliveries[0]?.id).toBe(deliveries[1]?.id);

  await breakWebhooks(clerk.origin, { kind: "drop" });
  await create("bob");
  await breakWebhooks(clerk.origin, { kind: "delay", ms: 150 });
  await create("cyd");
  await create("dan");
  await vi.waitFor(() => expect(deliveries).toHaveLength(4));
  const bodies = await Promise.all(deliveries.map(({ request }) => request.text()));
  const names = bodies.map((body) => /(\w+)@example/.exec(body)?.[1]);
  expect(names).toEqual(["ada", "ada", "dan", "cyd"]);
});
