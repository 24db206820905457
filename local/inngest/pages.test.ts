import { expect, test, vi } from "vitest";

import { setStage, soon } from "./testing/stage";

vi.setConfig({ testTimeout: 30_000 });

test("the pages show runs, steps, attempts, outputs and errors, with what people wrote escaped", async () => {
  const here = await setStage((client) => [
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
