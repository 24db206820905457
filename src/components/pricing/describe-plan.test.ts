import { expect, test } from "vitest";

import { plans } from "~/catalog/plans";

import { describePlan } from "./describe-plan";

test("says what each plan gives, in words that match its numbers", () => {
  expect(describePlan(plans.free)).toEqual([
    "3 pictures, once",
    "1 model of your own",
    "Instant models",
    "FLUX.2 dev",
  ]);
  expect(describePlan(plans.creator)).toEqual([
    "200 pictures a month",
    "3 models of your own",
    "Instant models, and 3 fine-tunings a month",
    "FLUX.2 dev, FLUX.2 pro, FLUX.2 flex, Kontext pro",
  ]);
  expect(describePlan(plans.enterprise)).toEqual([
    "Unlimited pictures, under a published fair-use rate",
    "As many models as you like",
    "Instant models, and 30 fine-tunings a month",
    "Every FLUX model",
  ]);
});
