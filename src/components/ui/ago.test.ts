import { expect, test } from "vitest";

import { agoInWords } from "./ago";

const now = new Date("2026-11-22T12:00:00Z");

test.each([
  ["2026-11-22T11:59:30Z", "just now"],
  ["2026-11-22T12:00:05Z", "just now"],
  ["2026-11-22T11:59:00Z", "1 minute ago"],
  ["2026-11-22T10:01:00Z", "1 hour ago"],
  ["2026-11-21T11:00:00Z", "yesterday"],
  ["2026-11-02T11:00:00Z", "20 days ago"],
  ["2026-08-22T11:00:00Z", "3 months ago"],
  ["2024-11-01T11:00:00Z", "2 years ago"],
])("%s is %s", (at, words) => {
  expect(agoInWords(new Date(at), now)).toBe(words);
});
