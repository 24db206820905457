import { evaluate as evaluateWithCelJs } from "cel-js";
import fc from "fast-check";
import { expect, test } from "vitest";

import { evaluateCel, matchesCel } from "./evaluate-cel";

const event = {
  name: "model/queued",
  data: {
    a: 1,
    plan: "pro",
    nullable: 2,
    trueColour: 3,
    index: 4,
    "with-dash": 5,
    none: null,
    tags: ["x", "y"],
    inner: { deep: { id: "d" } },
    ratio: 1.5,
    sentence: 'it\'s "so"',
  },
};
const scope = { event, async: { data: { a: 1, plan: "free", inner: { deep: { id: "d" } } } } };

test.each<[string, unknown]>([
  ["event.data.a == async.data.a && event.data.inner.deep.id == async.data.inner.deep.id", true],
  ["event.data.plan == async.data.plan", false],
  ["event.data.missing == null", true],
  ["event.data.missing.deeper == 'x'", false],
  ["event.data.missing.deeper == 'x' || event.data.a == 1", true],
  ["has(event.data.a) && !has(event.data.missing)", true],
  ["event.data.none == null", true],
  ["event.data.nullable + event.data.trueColour + event.data.index", 9],
  ["event.data['with-dash']", 5],
  ["event.data.tags[1]", "y"],
  ["event.data.tags.exists(tag, tag == 'y')", true],
  ["'x' in event.data.tags && event.data.tags.size() == 2", true],
  ["event.data.plan == 'pro' ? 120 : -60", 120],
  ["event.data.plan != 'pro' ? 120 : -60", -60],
  ["event.data.plan in ['creator', 'pro']", true],
  ["event.data.plan.startsWith('p') && event.data.plan.contains(\"r\")", true],
  ["event.data.plan + '-' + string(event.data.a)", "pro-1"],
  ["event.data.ratio > 1.2", true],
  ["event.data.sentence == 'it\\'s \"so\"'", true],
  ["'event.data.a' == 'event.data.a'", true],
  ["event.name == 'model/queued'", true],
  ["event.data.missing > 3", null],
  ["this is not CEL", null],
  ["event.data.a ==", null],
  ["event.data.a == 1)", null],
  ["unknown.data", null],
  ["event.data.missing > 3 || event.data.a == 1", true],
  ["event.data.missing > 3 && event.data.a == 2", false],
  ["event.data.tags.all(tag, size(tag) == 1) && event.data.tags.filter(tag, tag > 'x') == ['y']", true],
  ["event.data.tags.map(tag, tag + '!')", ["x!", "y!"]],
  ["7 / 2 + 7 % 2 * 2 - -1", 6],
  ["1 < 2 == true", true],
  ["event.data.tags == ['x', 'y'] ? 'same' : 'other'", "same"],
  ["event.data.constructor == null", true],
  ["", null],
])("%s", (expression, expected) => {
  expect(evaluateCel(expression, scope)).toEqual(expected);
});

test("a condition that is absent holds, one that cannot be evaluated does not", () => {
  expect(matchesCel(undefined, scope)).toBe(true);
  expect(matchesCel("", scope)).toBe(true);
  expect(matchesCel("event.data.missing > 3", scope)).toBe(false);
  expect(matchesCel("event.data.a", scope)).toBe(false);
});

test("agrees with cel-js wherever cel-js has an answer", () => {
  const leaf = fc.constantFrom("event.data.a", "event.data.index", "event.data.ratio", "2", "0", "7", "1.5");
  const { number } = fc.letrec<{ number: string }>((tie) => ({
    number: fc.oneof(
      { depthSize: "small" },
      leaf,
      fc.tuple(tie("number"), fc.constantFrom("+", "-", "*"), tie("number")).map((parts) => parts.join(" ")),
      tie("number").map((inner) => `(${inner})`),
    ),
  }));
  const { claim } = fc.letrec<{ claim: string }>((tie) => ({
    claim: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom(
        "event.data.plan == 'pro'",
        "'x' in event.data.tags",
        "has(event.data.missing)",
        "true",
      ),
      fc
        .tuple(number, fc.constantFrom("==", "!=", "<", "<=", ">", ">="), number)
        .map((parts) => parts.join(" ")),
      fc.tuple(tie("claim"), fc.constantFrom("&&", "||"), tie("claim")).map((parts) => parts.join(" ")),
      tie("claim").map((inner) => `!(${inner})`),
      fc.tuple(tie("claim"), tie("claim"), tie("claim")).map(([a, b, c]) => `((${a}) ? (${b}) : (${c}))`),
    ),
  }));
  fc.assert(
    fc.property(claim, (expression) => {
      let theirs: unknown;
      try {
        theirs = evaluateWithCelJs(expression, scope);
      } catch {
        return;
      }
      expect(evaluateCel(expression, scope)).toEqual(theirs);
    }),
    { numRuns: 300 },
  );
});
