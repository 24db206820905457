import { expect, test } from "vitest";

import { describeStep, describeTimeLeft } from "./describe-training";

const training = { kind: "fine-tuned", status: "training", step: "training", expectedAt: null } as const;

test.each([
  [-30, "Almost done"],
  [5, "Almost done"],
  [12, "About 20 seconds left"],
  [50, "About 50 seconds left"],
  [58, "About 1 minute left"],
  [89, "About 1 minute left"],
  [150, "About 3 minutes left"],
  [3600, "About 1 hour left"],
  [3600 + 25 * 60, "About 1 hour 25 minutes left"],
  [7200, "About 2 hours left"],
])("%i seconds before the end: %s", (seconds, words) => {
  const now = Date.UTC(2026, 10, 22);
  expect(describeTimeLeft({ ...training, expectedAt: new Date(now + seconds * 1000) }, now)).toBe(words);
});

test("says what is usual while nobody knows", () => {
  expect(describeTimeLeft(training, 0)).toBe("Usually under an hour");
  expect(describeTimeLeft({ ...training, kind: "instant" }, 0)).toBe("Usually under a minute");
});

test("names the step, and the wait before the first", () => {
  expect(describeStep({ ...training, status: "queued", step: null })).toBe("Waiting to start");
  expect(describeStep(training)).toBe("Training");
  expect(describeStep({ ...training, step: "storing" })).toBe("Saving your model");
});
