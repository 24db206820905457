import { expect, test } from "vitest";

import { createControl } from "./control";

async function draw(seed: string, requests: number): Promise<string[]> {
  const control = createControl("vendor", () => "http://localhost:1");
  const faults = [
    { on: "images", kind: "drop", share: 0.04 },
    { on: "images", kind: "garbage", share: 0.04 },
    { on: "queue", kind: "hang", share: 1 },
  ];
  await control.routes.request("/__control", { method: "POST", body: JSON.stringify({ faults, seed }) });
  return Array.from({ length: requests }, () => control.take("images")?.kind ?? "");
}

test("faults with a share strike that share of the requests, by chance, again and again", async () => {
  const struck = await draw("a", 10_000);
  for (const kind of ["drop", "garbage"]) {
    const share = struck.filter((each) => each === kind).length / struck.length;
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.05);
  }
  expect(struck).not.toContain("hang");
});

test("what is left to chance follows from the seed", async () => {
  expect(await draw("a", 200)).toEqual(await draw("a", 200));
  expect(await draw("a", 200)).not.toEqual(await draw("b", 200));
});

test("a reset of one part leaves the faults of the others", async () => {
  const control = createControl("vendor", () => "http://localhost:1");
  const post = (body: unknown) =>
    control.routes.request("/__control", { method: "POST", body: JSON.stringify(body) });
  await post({
    faults: [
      { on: "chat", kind: "hang" },
      { on: "models", kind: "drop" },
    ],
  });

  await post({ reset: true, on: "chat" });
  expect(control.take("chat")).toBeUndefined();
  expect(control.take("models")?.kind).toBe("drop");
});
