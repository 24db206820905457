import { expect, test } from "vitest";

import { writeEntry } from "./write-entry";

test("the worker alone, where nothing is played", () => {
  expect(writeEntry(undefined)).not.toContain("fetch");
});

test("the fixed address, and nothing that only looks like it, leads to the player", async () => {
  const asked: string[] = [];
  const own = globalThis.fetch;
  globalThis.fetch = (input) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return Promise.resolve(new Response());
  };
  try {
    const code = writeEntry("3009").replaceAll(/^export .*$/gm, "");
    await import(`data:text/javascript,${encodeURIComponent(code)}`);
    await fetch("https://api.lemonsqueezy.com/v1/stores?page=1");
    await fetch(new Request("https://api.lemonsqueezy.com/v1/checkouts", { method: "POST", body: "{}" }));
    await fetch(new URL("https://api.lemonsqueezy.com.evil.test/v1"));
  } finally {
    globalThis.fetch = own;
  }
  expect(asked).toEqual([
    "http://localhost:3009/v1/stores?page=1",
    "http://localhost:3009/v1/checkouts",
    "https://api.lemonsqueezy.com.evil.test/v1",
  ]);
});
