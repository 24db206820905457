import { expect, test } from "vitest";

import { describeDifference } from "./describe-difference";

test("says what a larger plan brings and a smaller one takes, and nothing of what stays", () => {
  expect(describeDifference("creator", "pro")).toEqual([
    { sign: "more", words: "300 more pictures a month" },
    { sign: "more", words: "7 more models" },
    { sign: "more", words: "7 more fine-tunings a month" },
    { sign: "more", words: "FLUX.2 max, Kontext max" },
  ]);
  expect(describeDifference("enterprise", "creator")).toEqual([
    { sign: "less", words: "No longer unlimited pictures" },
    { sign: "less", words: "No longer as many models as you like" },
    { sign: "less", words: "27 fewer fine-tunings a month" },
    { sign: "less", words: "Without FLUX.2 max, Kontext max" },
  ]);
  expect(describeDifference("pro", "enterprise").map(({ words }) => words)).toEqual([
    "Unlimited pictures",
    "As many models as you like",
    "20 more fine-tunings a month",
  ]);
  expect(describeDifference("pro", "pro")).toEqual([]);
});
