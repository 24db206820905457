import { describe, expect, test } from "vitest";

import { entitle } from "./entitlements";
import type { Usage } from "./entitlements";

const unused: Usage = { slotsUsed: 0, fineTuningsUsed: 0, credits: 0, picturesThisHour: 0 };

describe("entitle", () => {
  test.each([
    ["free", 0, true],
    ["free", 1, /keeps one model at a time/],
    ["creator", 2, true],
    ["creator", 3, /keeps 3 models/],
    ["pro", 10, /keeps 10 models/],
    ["enterprise", 500, true],
  ] as const)("slots on %s with %i used", (plan, slotsUsed, expected) => {
    const { canTrainInstant } = entitle(plan, { ...unused, slotsUsed });
    if (expected === true) expect(canTrainInstant).toBe(true);
    else expect(canTrainInstant).toMatch(expected);
  });

  test.each([
    ["free", 0, /makes Instant models/],
    ["creator", 2, true],
    ["creator", 3, /All 3 fine-tunings of this month are used/],
    ["enterprise", 30, /All 30/],
  ] as const)("fine-tunings on %s with %i used", (plan, fineTuningsUsed, expected) => {
    const { canFineTune } = entitle(plan, { ...unused, fineTuningsUsed });
    if (expected === true) expect(canFineTune).toBe(true);
    else expect(canFineTune).toMatch(expected);
  });

  test("a fine-tuning needs a slot too", () => {
    expect(entitle("creator", { ...unused, slotsUsed: 3 }).canFineTune).toMatch(/keeps 3 models/);
  });

  test("credits are counted but on Enterprise, where a picture has no price", () => {
    expect(entitle("pro", { ...unused, credits: 7 })).toMatchObject({ credits: 7, pricePerPicture: 1 });
    expect(entitle("enterprise", { ...unused, credits: 7 })).toMatchObject({
      credits: null,
      pricePerPicture: 0,
    });
  });
});
