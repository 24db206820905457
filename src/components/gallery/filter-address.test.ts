import { describe, expect, test } from "vitest";

import type { PictureFilter } from "~/catalog/gallery-rules";

import { isFiltered, readFilter, writeFilter } from "./filter-address";

const filters: PictureFilter[] = [
  {},
  { model: "none" },
  { model: "0190a000-0000-7000-8000-00000abcdef1", style: "anime", isFavourite: true, days: 30 },
  { from: "2026-11-01T08:00:00.000Z", to: "2026-12-01T08:00:00.000Z" },
];

describe("a filter in the address", () => {
  test.each(filters)("comes back as it was: %o", (filter) => {
    expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter);
    expect(isFiltered(filter)).toBe(Object.keys(filter).length > 0);
  });

  test("is passed over where it makes no sense", () => {
    const nonsense = "model=1%27;drop&style=baroque&favourite=yes&days=3&from=yesterday&to=";
    expect(readFilter(new URLSearchParams(nonsense))).toEqual({});
    expect(readFilter(new URLSearchParams("style=anime&days=x"))).toEqual({ style: "anime" });
  });
});
