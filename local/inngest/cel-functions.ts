type Test = (item: unknown) => unknown;

/** CEL's macros over the items of a list or the keys of a map. */
export const valueMacros: Record<string, (items: unknown[], test: Test) => unknown> = {
  all: (items, test) => items.every((item) => test(item) === true),
  exists: (items, test) => items.some((item) => test(item) === true),
  exists_one: (items, test) => items.filter((item) => test(item) === true).length === 1,
  filter: (items, test) => items.filter((item) => test(item) === true),
  map: (items, test) => items.map(test),
};

const onText: Record<string, (text: string, argument: string) => unknown> = {
  contains: (text, part) => text.includes(part),
  startsWith: (text, part) => text.startsWith(part),
  endsWith: (text, part) => text.endsWith(part),
  matches: (text, pattern) => new RegExp(pattern).test(text),
  lowerAscii: (text) => text.toLowerCase(),
  upperAscii: (text) => text.toUpperCase(),
};

const onAnything: Record<string, (value: unknown) => unknown> = {
  size: (value) => {
    if (typeof value === "string" || Array.isArray(value)) return value.length;
    if (typeof value === "object" && value !== null) return Object.keys(value).length;
    throw new TypeError(`${typeof value} has no size.`);
  },
  string: String,
  int: (value) => Math.trunc(Number(value)),
  double: Number,
};

/**
 * Calls one of CEL's functions, written `f(a, b)` or `a.f(b)`.
 *
 * @throws TypeError when there is none of that name for such values.
 */
export function callMethod(name: string, [value, argument = ""]: unknown[]): unknown {
  const plain = onAnything[name];
  if (plain) return plain(value);
  const textual = onText[name];
  if (textual && typeof value === "string" && typeof argument === "string") return textual(value, argument);
  throw new TypeError(`There is no ${name} of ${typeof value}.`);
}
