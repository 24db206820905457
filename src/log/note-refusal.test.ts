import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { MockInstance } from "vitest";

import { MOST_A_MINUTE, noteRefusal } from "./note-refusal";

let log: MockInstance<typeof console.warn>;
beforeEach(() => {
  vi.stubEnv("NODE_ENV", "production");
  log = vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const lines = () => log.mock.calls.map(([text]) => JSON.parse(String(text)) as Record<string, unknown>);

test("a refusal is a line with its rule and request; a flood of them is counted, rule by rule", () => {
  const start = Date.now();
  for (let nth = 0; nth < 1_000; nth += 1) noteRefusal("signature", `request ${nth}`, start + nth);
  noteRefusal("host", "another", start + 1_000);

  expect(lines()).toHaveLength(MOST_A_MINUTE + 2);
  expect(lines()[0]).toMatchObject({ level: "warn", rule: "signature", requestId: "request 0" });
  expect(lines()[MOST_A_MINUTE]).toMatchObject({ rule: "signature" });
  expect(lines()[MOST_A_MINUTE]?.["message"]).toContain("only counted");
  expect(lines().at(-1)).toMatchObject({ rule: "host", requestId: "another" });

  log.mockClear();
  noteRefusal("signature", "later", start + 60_000);
  noteRefusal("host", "later", start + 61_000);
  expect(lines()).toMatchObject([
    { rule: "signature", leftOut: 1_000 - MOST_A_MINUTE },
    { rule: "signature", requestId: "later" },
    { rule: "host", requestId: "later" },
  ]);
});
