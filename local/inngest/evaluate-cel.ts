import { isDeepStrictEqual } from "node:util";

import { callMethod, valueMacros } from "./cel-functions";
import { parseCel } from "./parse-cel";
import type { Cel } from "./parse-cel";

/** What an expression may speak of: the event that started the run, and the one that has just come in. */
export interface CelScope {
  event: unknown;
  async?: unknown;
}

type Scope = Record<string, unknown>;

const parsed = new Map<string, Cel>();

/**
 * The value of a CEL expression such as `event.data.userId`, or null when it cannot be told.
 *
 * As in Inngest a field that does not exist is null rather than an error. Written out here because importing cel-js takes
 * a second of CPU (three under tsx), which everybody would wait for at each start; the tests hold the two side by side.
 */
export function evaluateCel(expression: string, scope: CelScope): unknown {
  try {
    let cel = parsed.get(expression);
    if (!cel) {
      cel = parseCel(expression);
      parsed.set(expression, cel);
    }
    return evaluate(cel, { ...scope });
  } catch {
    return null;
  }
}

/** Whether a condition holds; no condition always does, one that cannot be evaluated never. */
export function matchesCel(expression: string | undefined, scope: CelScope): boolean {
  return expression === undefined || expression === "" || evaluateCel(expression, scope) === true;
}

function evaluate(cel: Cel, scope: Scope): unknown {
  switch (cel.kind) {
    case "value":
      return cel.value;
    case "name":
      if (!Object.hasOwn(scope, cel.name)) throw new ReferenceError(`Nothing is called ${cel.name}.`);
      return scope[cel.name] ?? null;
    case "field":
      return fieldOf(evaluate(cel.of, scope), evaluate(cel.field, scope));
    case "list":
      return cel.items.map((item) => evaluate(item, scope));
    case "choice":
      return evaluate(evaluate(cel.condition, scope) === true ? cel.yes : cel.no, scope);
    case "unary":
      return negate(cel.operator, evaluate(cel.of, scope));
    case "binary":
      return combine(cel, scope);
    case "call":
      return call(cel, scope);
  }
}

function fieldOf(value: unknown, field: unknown): unknown {
  if (typeof value !== "object" || value === null) return null;
  const key = String(field);
  if (!Object.hasOwn(value, key)) return null;
  const found: unknown = Reflect.get(value, key);
  return found ?? null;
}

function negate(operator: string, value: unknown): unknown {
  if (operator === "!" && typeof value === "boolean") return !value;
  if (operator === "-" && typeof value === "number") return -value;
  throw new TypeError(`There is no ${operator} of ${typeof value}.`);
}

function combine(cel: Extract<Cel, { kind: "binary" }>, scope: Scope): unknown {
  const { operator } = cel;
  if (operator === "&&" || operator === "||") return decide(cel, scope);
  const left = evaluate(cel.left, scope);
  const right = evaluate(cel.right, scope);
  if (operator === "==") return isDeepStrictEqual(left, right);
  if (operator === "!=") return !isDeepStrictEqual(left, right);
  if (operator === "in") return isIn(left, right);
  if (typeof left === "number" && typeof right === "number") return calculate(operator, left, right);
  if (typeof left === "string" && typeof right === "string") return join(operator, left, right);
  if (operator === "+" && isList(left) && isList(right)) return [...left, ...right];
  throw new TypeError(`There is no ${typeof left} ${operator} ${typeof right}.`);
}

/** In CEL `true || x` holds and `x && false` does not, whichever side fails. */
function decide({ operator, left, right }: Extract<Cel, { kind: "binary" }>, scope: Scope): boolean {
  const decisive = operator === "||";
  const sides = [left, right].map((side) => {
    try {
      const value = evaluate(side, scope);
      return typeof value === "boolean" ? value : undefined;
    } catch {
      return undefined;
    }
  });
  if (sides.includes(decisive)) return decisive;
  if (sides.includes(undefined)) throw new TypeError(`A side of ${operator} is neither true nor false.`);
  return !decisive;
}

function isIn(value: unknown, container: unknown): boolean {
  if (Array.isArray(container)) return container.some((item) => isDeepStrictEqual(item, value));
  return typeof container === "object" && container !== null && Object.hasOwn(container, String(value));
}

const arithmetic: Record<string, (a: number, b: number) => number | boolean> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => (Number.isInteger(a) && Number.isInteger(b) ? Math.trunc(a / b) : a / b),
  "%": (a, b) => a % b,
};
const comparison: Record<string, <T extends number | string>(a: T, b: T) => boolean> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

function calculate(operator: string, left: number, right: number): unknown {
  const result = (comparison[operator] ?? arithmetic[operator])?.(left, right);
  if (result === undefined || (typeof result === "number" && !Number.isFinite(result))) {
    throw new RangeError(`There is no ${left} ${operator} ${right}.`);
  }
  return result;
}

function join(operator: string, left: string, right: string): unknown {
  if (operator === "+") return left + right;
  const compare = comparison[operator];
  if (!compare) throw new TypeError(`There is no ${operator} of strings.`);
  return compare(left, right);
}

function call({ name, of, args }: Extract<Cel, { kind: "call" }>, scope: Scope): unknown {
  const [first, second] = args;
  if (name === "has" && !of && first) return evaluate(first, scope) !== null;

  const macro = of && valueMacros[name];
  if (macro && first?.kind === "name" && second) {
    const value = evaluate(of, scope);
    const items = isList(value) ? value : keysOf(value);
    return macro(items, (item) => evaluate(second, { ...scope, [first.name]: item }));
  }
  const all = of ? [of, ...args] : args;
  return callMethod(
    name,
    all.map((arg) => evaluate(arg, scope)),
  );
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

function keysOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) throw new TypeError(`${typeof value} has no items.`);
  return Object.keys(value);
}
