import { describe, expect, test } from "vitest";

import type { PhotoMeasures } from "~/catalog/photo-measures";

import { coachSet } from "./coach-set";
import type { KnownPhoto } from "./coach-set";

/** Hashes far from each other: the bits of the number, spread and repeated. */
const hashOf = (at: number) =>
  BigInt.asUintN(64, BigInt(at + 1) * 0x9e3779b97f4a7c15n)
    .toString(16)
    .padStart(16, "0");

const photo = (
  at: number,
  change: Partial<PhotoMeasures> = {},
  known: Partial<KnownPhoto> = {},
): KnownPhoto => ({
  key: String(at),
  measures: {
    ...{ widthPx: 1200, heightPx: 1600, sharpness: 0.5, brightness: 120, highlights: 190, shadows: 40 },
    ...{ burntShare: 0, flatShare: 0, hardEdges: 0, seam: 0.2, hashes: [hashOf(at)] },
    ...change,
  },
  faces: null,
  takenOn: null,
  takenWith: null,
  ...known,
});
const many = (count: number, make = photo) => Array.from({ length: count }, (_, at) => make(at));

describe("a set", () => {
  test("of different good photos is a ten and lacks nothing", () => {
    expect(coachSet(many(12))).toMatchObject({ score: 10, missing: [], hasLookedForFaces: false });
    expect(coachSet([]).score).toBeNull();
  });

  test("that is too small says how many more", () => {
    const { score, missing } = coachSet(many(6));
    expect(score).toBe(6);
    expect(missing).toEqual(["Add 4 more photos."]);
  });

  test("names how many look alike, and marks all but the first", () => {
    const set = [...many(10), photo(10, { hashes: [hashOf(3)] }), photo(11, { hashes: [hashOf(3)] })];
    const { missing, warnings, score } = coachSet(set);
    expect(missing).toEqual(["Three look alike. Keep the best of them and add other moments."]);
    expect([...warnings]).toEqual([
      ["10", { warnings: ["alike"], alikeTo: "3" }],
      ["11", { warnings: ["alike"], alikeTo: "3" }],
    ]);
    expect(score).toBeLessThan(10);
  });

  test("of one day says so, once most photos have a date", () => {
    const dated = many(12).map((known) => ({ ...known, takenOn: "2026-11-22" }));
    expect(coachSet(dated).missing).toEqual([
      "All are from one day. Add some from other days, in other clothes and places.",
    ]);
    expect(coachSet([...dated.slice(0, 4), ...many(12).slice(4)]).missing).toEqual([]);
    const other = dated.map((known, at) => ({ ...known, takenOn: at < 3 ? "2026-10-01" : known.takenOn }));
    expect(coachSet(other)).toMatchObject({ missing: [], days: 2, score: 10 });
  });

  test("of selfies alone says so, and not of one phone's other camera", () => {
    const by = (takenWith: string) => many(12).map((known) => ({ ...known, takenWith }));
    const selfies = by("iPhone 15 front camera 2.69mm f/1.9");
    expect(coachSet(selfies)).toMatchObject({
      score: 9,
      missing: [
        "All are selfies, which make a face narrow. Add two that someone else took, from a step back.",
      ],
    });
    const [other] = by("iPhone 15 back dual wide camera 5.96mm f/1.6");
    expect(coachSet([...selfies.slice(1), ...(other ? [other] : [])])).toMatchObject({
      missing: [],
      score: 10,
    });
    expect(coachSet(by("Google Pixel 9"))).toMatchObject({ missing: [], score: 10 });
    expect(coachSet([...selfies.slice(0, 4), ...many(12).slice(4)]).missing).toEqual([]);
  });

  test("scores lower the more of it is weak, and never below one", () => {
    const weak = (count: number) =>
      many(12).map((known, at) => (at < count ? photo(at, { highlights: 20 }) : known));
    const scores = [0, 1, 3, 6, 12].map((count) => coachSet(weak(count)).score ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores[0]).toBe(10);
    expect(scores[1]).toBe(9);
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(1);
  });

  test("with a photo that nobody could measure goes on", () => {
    expect(
      coachSet([...many(10), { key: "x", measures: null, faces: null, takenOn: null, takenWith: null }])
        .score,
    ).toBe(10);
  });
});
