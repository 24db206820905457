import type { Inngest } from "inngest";
import { expect, test, vi } from "vitest";

import { allEnded, setStage, soon, startApp } from "./testing/stage";

vi.setConfig({ testTimeout: 30_000 });

const simple = (client: Inngest) => [
  client.createFunction({ id: "simple", retries: 0, triggers: [{ event: "simple" }] }, async ({ step }) => {
    await step.run("only", () => "done");
    return "done";
  }),
];

test("an event whose id was seen starts no second run, nor does one with the same idempotency key", async () => {
  const here = await setStage((client) => [
    client.createFunction({ id: "plain", triggers: [{ event: "same/id" }] }, () => null),
    client.createFunction(
      { id: "keyed", idempotency: "event.data.modelId", triggers: [{ event: "same/key" }] },
      ({ event }): unknown => event.data["modelId"],
    ),
    client.createFunction({ id: "last", triggers: [{ event: "same/last" }] }, () => null),
  ]);
  for (let time = 0; time < 3; time += 1) await here.client.send({ id: "once", name: "same/id", data: {} });
  for (const modelId of ["m1", "m1", "m2"]) await here.client.send({ name: "same/key", data: { modelId } });
  await here.client.send({ name: "same/last" });

  await here.ended("last");
  await here.ended("plain");
  const outputs = (await allEnded(here, "keyed", 2)).map(({ output }) => output);
  expect(outputs.toSorted()).toEqual(["m1", "m2"]);
});

test("a request sent again with the same seed gives the same ids and no second run", async () => {
  const here = await setStage((client) => [
    client.createFunction({ id: "seeded", triggers: [{ event: "seeded" }] }, () => null),
  ]);
  const send = async (): Promise<unknown> => {
    const response = await fetch(`${here.executor.origin}/e/key`, {
      method: "POST",
      headers: { "x-inngest-event-id-seed": `${Date.UTC(2026, 0, 1)},AAECAwQFBgcICQ==` },
      body: JSON.stringify([{ name: "seeded", data: {} }]),
    });
    return response.json();
  };
  const first = await send();
  expect(await send()).toEqual(first);
  await here.ended("seeded");
});

test("cron triggers run by the clock", async () => {
  const here = await setStage((client) => [
    client.createFunction(
      { id: "ticker", triggers: [{ cron: "TZ=Europe/Paris * * * * * *" }] },
      ({ event }) => event,
    ),
  ]);
  await soon(async () => (await here.runs("ticker")).length).toBeGreaterThan(0);
  const [run] = (await here.runs("ticker")).toReversed();
  expect(run?.event).toMatchObject({
    name: "inngest/scheduled.timer",
    data: { cron: "TZ=Europe/Paris * * * * * *" },
  });
});

test("a changed app is noticed", async () => {
  const here = await setStage(simple);
  here.app.serve(here.executor.origin, (client) => [
    ...simple(client),
    client.createFunction({ id: "added", triggers: [{ event: "added" }] }, () => "added"),
  ]);
  await soon(
    async () =>
      ((await (await fetch(`${here.executor.origin}/dev`)).json()) as { functions: [] }).functions.length,
  ).toBe(2);
  await here.client.send({ name: "added" });
  expect((await here.ended("added")).output).toBe("added");
});

test("an app that registers by itself is called too", async () => {
  const here = await setStage(simple);
  const other = await startApp();
  other.serve(here.executor.origin, (client) => [
    client.createFunction({ id: "other", triggers: [{ event: "other" }] }, () => "other"),
  ]);
  const response = await fetch(other.url, { method: "PUT", headers: { "x-inngest-server-kind": "dev" } });
  expect(await response.json()).toMatchObject({ message: "Successfully registered" });
  await here.client.send([{ name: "other" }, { name: "simple" }]);
  expect((await here.ended("other")).output).toBe("other");
  expect((await here.ended("simple")).output).toBe("done");
  await other.close();
});

test("a function is started by hand", async () => {
  const here = await setStage(simple);
  const response = await fetch(`${here.executor.origin}/invoke/app-simple`, {
    method: "POST",
    body: '{"data":{}}',
  });
  expect(await response.json()).toMatchObject({ status: 200 });
  expect((await here.ended("simple")).output).toBe("done");
});

test("bad requests are told so, and pages of other sites are refused", async () => {
  const { executor } = await setStage(simple);
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${executor.origin}/e/key`, { method: "POST", body, headers });
  expect((await post("{")).status).toBe(400);
  expect((await post('{"data":{}}')).status).toBe(400);
  expect((await post(JSON.stringify({ name: "x", data: { text: "x".repeat(600_000) } }))).status).toBe(413);
  expect((await post('{"name":"x"}', { origin: "https://evil.example" })).status).toBe(403);
  expect((await post('{"name":"x"}', { origin: "http://localhost:3000" })).status).toBe(200);
  expect((await fetch(`${executor.origin}/health`)).status).toBe(200);
});
