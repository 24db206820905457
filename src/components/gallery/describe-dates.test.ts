import { expect, test } from "vitest";

import { describeDates, toDays, toInstants } from "./describe-dates";

test("days and instants lead to each other, the last day included", () => {
  const days = { first: "2026-10-24", last: "2026-10-25" };
  const { from = "", to = "" } = toInstants(days);
  expect(new Date(from)).toEqual(new Date("2026-10-24T00:00"));
  expect(new Date(to)).toEqual(new Date("2026-10-26T00:00"));
  expect(toDays({ from, to })).toEqual(days);
});

test("an empty day bounds nothing", () => {
  expect(toInstants({ first: "", last: "" })).toEqual({});
  expect(toDays(toInstants({ first: "2026-01-31", last: "" }))).toEqual({ first: "2026-01-31", last: "" });
  expect(describeDates({})).toBe("Any time");
  expect(describeDates(toInstants({ first: "2026-01-31", last: "" }))).toMatch(/^Since .*31/);
});
