import type { Inngest, InngestFunction } from "inngest";
import { afterEach, expect, test, vi } from "vitest";

import { setStage, soon, startApp } from "./testing/stage";

vi.setConfig({ testTimeout: 30_000 });

type Stage = Awaited<ReturnType<typeof setStage>>;
let stage: Stage | undefined;

async function on(functions: (client: Inngest) => InngestFunction.Any[]): Promise<Stage> {
  stage = await setStage(functions);
  return stage;
}

afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

const simple = (client: Inngest) => [
  client.createFunction({ id: "simple", retries: 0, triggers: [{ event: "simple" }] }, async ({ step }) => {
    await step.run("only", () => "done");
    return "done";
  }),
];

test("an app that is restarting costs no attempts; one that stays away does", async () => {
  const here = await on(simple);
  await here.app.close();
  await here.client.send({ name: "simple" });
  await soon(async () => (await here.runs("simple"))[0]?.status).toBe("Running");
  const again = await startApp(here.app.port);
  again.serve(here.executor.origin, simple);
  expect((await here.ended("simple")).output).toBe("done");
  await again.close();

  await here.client.send({ name: "simple", data: { second: true } });
  await soon(async () => (await here.runs("simple"))[0]?.status).toBe("Failed");
  expect((await here.runs("simple"))[0]?.error?.name).toBe("ConnectionRefused");
});

test("a changed app is noticed", async () => {
  const here = await on(simple);
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
  const here = await on(simple);
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

test("events fail, get lost, come late and come twice on purpose", async () => {
  const here = await on(simple);
  await here.control({ faults: [{ on: "events", kind: "status", status: 503, times: 2 }] });
  await here.client.send({ name: "simple" }); // the SDK tries again
  await here.ended("simple");

  await here.control({ faults: [{ on: "events", kind: "drop" }] });
  expect((await here.client.send({ name: "simple" })).ids).toHaveLength(1);
  expect(await here.runs("simple")).toHaveLength(1);

  await here.control({ faults: [{ on: "events", kind: "delay", ms: 200 }] });
  const before = Date.now();
  await here.client.send({ name: "simple" });
  expect(Date.now() - before).toBeGreaterThan(190);
  expect(await here.runs("simple")).toHaveLength(2);

  await here.control({ faults: [{ on: "events", kind: "duplicate", times: 2 }] });
  await here.client.send({ name: "simple" });
  expect(await here.runs("simple")).toHaveLength(4);
  await here.client.send({ id: "with-id", name: "simple" });
  expect(await here.runs("simple")).toHaveLength(5);
});

test("calls get lost, come late and come twice on purpose", async () => {
  let ran = 0;
  const here = await on((client) => [
    client.createFunction({ id: "called", retries: 2, triggers: [{ event: "called" }] }, async ({ step }) => {
      await step.run("count", () => (ran += 1));
    }),
  ]);
  await here.control({
    faults: [
      { on: "call", kind: "drop" },
      { on: "call", kind: "status", status: 502 },
      { on: "call", kind: "duplicate" },
      { on: "call", kind: "delay", ms: 100 },
    ],
  });
  await here.client.send({ name: "called" });

  const run = await here.ended("called");
  expect(run.status).toBe("Completed");
  expect(run.failures.map(({ attempt }) => attempt)).toEqual([0, 1]);
  expect(ran).toBe(2);
});

test("bad requests are told so, and pages of other sites are refused", async () => {
  const { executor } = await on(simple);
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${executor.origin}/e/key`, { method: "POST", body, headers });
  expect((await post("{")).status).toBe(400);
  expect((await post('{"data":{}}')).status).toBe(400);
  expect((await post(JSON.stringify({ name: "x", data: { text: "x".repeat(600_000) } }))).status).toBe(413);
  expect((await post('{"name":"x"}', { origin: "https://evil.example" })).status).toBe(403);
  expect((await post('{"name":"x"}', { origin: "http://localhost:3000" })).status).toBe(200);
  expect((await fetch(`${executor.origin}/health`)).status).toBe(200);
});

test("the pages show runs, steps, attempts, outputs and errors, with what people wrote escaped", async () => {
  const here = await on((client) => [
    client.createFunction({ id: "shown", triggers: [{ event: "shown" }] }, async ({ step, attempt }) => {
      await step.run("a step", () => {
        if (attempt === 0) throw new Error("<b>stumbled</b>");
        return { found: "<script>alert(1)</script>" };
      });
      await step.waitForEvent("an answer", { event: "shown/answer", timeout: "1d" });
    }),
  ]);
  await here.client.send({ name: "shown" });
  await soon(async () => (await here.runs("shown"))[0]?.steps.length).toBe(2);

  const list = await (await fetch(here.executor.origin)).text();
  expect(list).toContain("app-shown");
  const link = /\/runs\/\w+/.exec(list)?.[0] ?? "";
  const page = await (await fetch(here.executor.origin + link)).text();
  expect(page).toContain("a step");
  expect(page).toContain("&lt;b&gt;stumbled&lt;/b&gt;");
  expect(page).toContain("&lt;script&gt;alert(1)");
  expect(page).not.toContain("<script>");
  expect(page).toContain("waits for shown/answer");
  expect(page).toContain('http-equiv="refresh"');
  expect((await fetch(`${here.executor.origin}/runs/none`)).status).toBe(404);
});

test("a function is started by hand", async () => {
  const here = await on(simple);
  const response = await fetch(`${here.executor.origin}/invoke/app-simple`, {
    method: "POST",
    body: '{"data":{}}',
  });
  expect(await response.json()).toMatchObject({ status: 200 });
  expect((await here.ended("simple")).output).toBe("done");
});
