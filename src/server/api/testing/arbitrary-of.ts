import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import * as z from "zod";

/** The part of JSON Schema that zod writes for inputs of ours. */
interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
}

/** Strings that have broken somebody: a schema lets many of them through as text. */
const hostile = [
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udfff!",
  "\u202egnp",
  "'; drop table picture; --",
  "%00",
  "../../etc/passwd",
  "<script>alert(1)</script>",
  "${7*7}{{7*7}}",
  "__proto__",
  "\r\nset-cookie: a=b",
  "{a,b}",
  "{".repeat(200),
  "\u0301".repeat(300),
  "𝕏".repeat(100),
];

/**
 * Inputs that a schema describes. Ids are drawn from `ids`, so that they are somebody's.
 *
 * @returns the arbitrary; what the schema says in code alone (refinements) it may break.
 */
export function arbitraryOf(schema: z.ZodType, ids: readonly string[]): Arbitrary<unknown> {
  return derive(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema, ids);
}

function derive(schema: JsonSchema, ids: readonly string[]): Arbitrary<unknown> {
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const parts = schema.anyOf ?? schema.allOf;
  if (parts) return fc.oneof(...parts.map((part) => derive(part, ids)));
  const of = schema.type === undefined ? undefined : kinds[schema.type];
  return of ? of(schema, ids) : fc.jsonValue();
}

type Kind = (schema: JsonSchema, ids: readonly string[]) => Arbitrary<unknown>;

const kinds: Record<string, Kind> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  integer: ({ minimum = -(2 ** 53) + 1, maximum = 2 ** 53 - 1 }) =>
    fc.maxSafeInteger().map((n) => clamp(n, minimum, maximum)),
  number: ({ minimum = -1e308, maximum = 1e308 }) =>
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => clamp(n, minimum, maximum)),
  string: deriveString,
  array: ({ items = {}, minItems = 0, maxItems = 4 }, ids) =>
    fc.array(derive(items, ids), {
      minLength: minItems,
      maxLength: Math.max(minItems, Math.min(maxItems, 4)),
    }),
  object: deriveObject,
};

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function deriveString(
  { format, pattern, minLength = 0, maxLength = 400 }: JsonSchema,
  ids: readonly string[],
) {
  if (format === "uuid")
    return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() });
  if (format === "date-time") {
    const years = { min: new Date("0000-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z") };
    return fc.date({ ...years, noInvalidDate: true }).map((date) => date.toISOString());
  }
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(...hostile),
    fc.constantFrom("a kite", "a {red, blue} kite by {place}"),
  );
  return text.map((words) => words.padEnd(minLength, "x").slice(0, maxLength));
}

function deriveObject(
  { properties, required = [], additionalProperties }: JsonSchema,
  ids: readonly string[],
) {
  if (!properties) {
    const value = typeof additionalProperties === "object" ? additionalProperties : {};
    return fc.dictionary(fc.string({ maxLength: 8 }), derive(value, ids), { maxKeys: 3 });
  }
  const model = Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, derive(value, ids)]),
  );
  return fc.record(model, { requiredKeys: required });
}

/** Values that are of no schema of ours, or of another than was asked for. */
const junk = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    NaN,
    Infinity,
    -0,
    -1,
    1e308,
    2 ** 53,
    "",
    true,
    10n,
    new Date(0),
    [[]],
    {},
  ),
  fc.constantFrom(...hostile),
  fc.constant("x".repeat(200_000)),
  fc.constant(Array.from({ length: 3000 }, () => "00000000-0000-4000-8000-000000000000")),
  fc.jsonValue({ maxDepth: 2 }),
  fc.anything({ maxDepth: 1 }),
);

/** An input with something wrong somewhere in it, or nothing right. */
export function breakInput(valid: Arbitrary<unknown>): Arbitrary<unknown> {
  const broken = fc.tuple(valid, fc.nat(), junk).map(([input, at, thing]) => {
    if (input === null || typeof input !== "object") return thing;
    const keys = Object.keys(input);
    const key = [...keys, "extra", "userId"][at % (keys.length + 2)] ?? "extra";
    return { ...input, [key]: thing };
  });
  return fc.oneof({ weight: 3, arbitrary: broken }, { weight: 1, arbitrary: junk });
}
