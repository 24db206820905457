import { describe, expect, test } from "vitest";

import { entitle, lockedModels, planHeld, verdictOnRate } from "./entitlements";
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

describe("planHeld", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  const later = new Date("2026-11-22T12:00:01Z");
  const before = new Date("2026-11-22T11:59:59Z");

  test.each([
    ["nothing", [], "free"],
    ["active", [["creator", "active", null]], "creator"],
    ["on trial", [["creator", "on_trial", null]], "creator"],
    ["past due: the seller tries again for two weeks", [["pro", "past_due", null]], "pro"],
    ["unpaid: it has given up", [["pro", "unpaid", null]], "free"],
    ["paused", [["pro", "paused", null]], "free"],
    ["cancelled, and the paid month lasts", [["pro", "cancelled", later]], "pro"],
    ["cancelled, and the paid month is over to the second", [["pro", "cancelled", now]], "free"],
    ["cancelled long ago", [["pro", "cancelled", before]], "free"],
    ["cancelled without an end", [["pro", "cancelled", null]], "free"],
    ["expired, whatever its date says", [["pro", "expired", later]], "free"],
    [
      "two: the larger",
      [
        ["pro", "active", null],
        ["creator", "active", null],
      ],
      "pro",
    ],
    [
      "two, the larger over",
      [
        ["enterprise", "expired", before],
        ["creator", "active", null],
      ],
      "creator",
    ],
  ] as const)("%s", (_, held, expected) => {
    const holdings = held.map(([plan, status, endsAt]) => ({ plan, status, endsAt }));
    expect(planHeld(holdings, now)).toBe(expected);
  });
});

describe("the fair-use rate", () => {
  test.each([
    ["enterprise", 0, 4, true],
    ["enterprise", 116, 4, true],
    ["enterprise", 117, 4, /up to 120 pictures an hour. 117 were asked for/],
    ["pro", 5000, 4, true],
  ] as const)("on %s after %i pictures in an hour, %i more", (plan, picturesThisHour, count, expected) => {
    const verdict = verdictOnRate(entitle(plan, { ...unused, picturesThisHour }), count);
    if (expected === true) expect(verdict).toBe(true);
    else expect(verdict).toMatch(expected);
  });
});

describe("lockedModels", () => {
  test.each([
    [["c", "b", "a"], 3, []],
    [["c", "b", "a"], 2, ["a"]],
    [["c", "b", "a"], 1, ["b", "a"]],
    [["c", "b", "a"], null, []],
    [[], 1, []],
  ] as const)("of %j, newest first, in %s slots are %j", (ids, slots, expected) => {
    expect([...lockedModels(ids, slots)]).toEqual(expected);
  });
});
