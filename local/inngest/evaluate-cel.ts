import { evaluate } from "cel-js";

/** What an expression may speak of: the event that started the run, and the one that has just come in. */
export interface CelScope {
  event: unknown;
  async?: unknown;
}

/**
 * The value of a CEL expression such as `event.data.userId`, or null when it cannot be told.
 *
 * As in Inngest a field that does not exist is null rather than an error.
 */
export function evaluateCel(expression: string, scope: CelScope): unknown {
  try {
    const { text, constants, paths } = translate(expression);
    const variables = Object.fromEntries(paths.map((path, index) => [`p${index}`, find(scope, path)]));
    return evaluate(text, { ...constants, ...variables }, functions);
  } catch {
    return null;
  }
}

/** Whether a condition holds; no condition always does, one that cannot be evaluated never. */
export function matchesCel(expression: string | undefined, scope: CelScope): boolean {
  return expression === undefined || expression === "" || evaluateCel(expression, scope) === true;
}

interface Translation {
  text: string;
  constants: Record<string, unknown>;
  paths: string[][];
}

const translations = new Map<string, Translation>();

const STRING = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'`;
const FIELD = String.raw`\s*\.\s*[A-Za-z_]\w*(?!\w|\s*\()|\s*\[\s*(?:\d+|${STRING})\s*\]`;
const ATOM = new RegExp(
  String.raw`(${STRING})|(has\s*\(\s*)?(?<![\w.])((?:event|async)(?:${FIELD})*)(?!\w)`,
  "g",
);
const METHOD =
  /\b([ps]\d+)\s*\.\s*(size|contains|startsWith|endsWith|matches|lowerAscii|upperAscii)\s*\(\s*(\)?)/g;

/**
 * Takes strings and paths out of an expression, as variables.
 *
 * cel-js 0.8.2 (read 2026-11-22) refuses missing fields and fields called `nullable` or `trueColour`, keeps backslashes
 * in strings and knows no methods; what is left for it are the operators, which it does well.
 */
function translate(expression: string): Translation {
  const known = translations.get(expression);
  if (known) return known;

  const constants: Record<string, unknown> = {};
  const paths: string[][] = [];
  const lifted = expression.replace(ATOM, (_, ...groups: (string | undefined)[]) => {
    const [string, has, path = ""] = groups;
    if (string !== undefined) {
      const name = `s${Object.keys(constants).length}`;
      constants[name] = unquote(string);
      return name;
    }
    const name = `p${paths.push(fieldsOf(path)) - 1}`;
    return has === undefined ? name : `isPresent(${name}`;
  });
  const text = lifted.replace(METHOD, (_, ...groups: string[]) => {
    const [receiver = "", method = "", end] = groups;
    return end === ")" ? `${method}(${receiver})` : `${method}(${receiver}, `;
  });

  const translation = { text, constants, paths };
  translations.set(expression, translation);
  return translation;
}

function fieldsOf(path: string): string[] {
  const fields = path.matchAll(new RegExp(String.raw`([A-Za-z_]\w*)|\[\s*(\d+|${STRING})\s*\]`, "g"));
  return Array.from(fields, ([, name, index = ""]) => name ?? (/^\d/.test(index) ? index : unquote(index)));
}

function unquote(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(.)/g, (_, char: string) => ({ n: "\n", t: "\t", r: "\r" })[char] ?? char);
}

function find(scope: CelScope, path: string[]): unknown {
  let value: unknown = scope;
  for (const field of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, field)) return null;
    value = Reflect.get(value, field);
  }
  return value ?? null;
}

const functions = {
  isPresent: (value: unknown) => value !== null,
  contains: (text: string, part: string) => text.includes(part),
  startsWith: (text: string, part: string) => text.startsWith(part),
  endsWith: (text: string, part: string) => text.endsWith(part),
  matches: (text: string, pattern: string) => new RegExp(pattern).test(text),
  lowerAscii: (text: string) => text.toLowerCase(),
  upperAscii: (text: string) => text.toUpperCase(),
  string: String,
  int: (value: unknown) => Math.trunc(Number(value)),
  double: Number,
};
