/** A parsed expression. */
export type Cel =
  | { kind: "value"; value: unknown }
  | { kind: "name"; name: string }
  | { kind: "field"; of: Cel; field: Cel }
  | { kind: "call"; name: string; of: Cel | undefined; args: Cel[] }
  | { kind: "list"; items: Cel[] }
  | { kind: "unary"; operator: string; of: Cel }
  | { kind: "binary"; operator: string; left: Cel; right: Cel }
  | { kind: "choice"; condition: Cel; yes: Cel; no: Cel };

const TOKEN =
  /\s*(?:(\d+\.\d+|0x[\da-fA-F]+|\d+)u?|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([A-Za-z_]\w*)|(==|!=|<=|>=|&&|\|\||[-+*/%<>!?:.,()[\]]))/y;

/** From loosest to tightest. */
const BINARY = [["||"], ["&&"], ["==", "!=", "<", "<=", ">", ">=", "in"], ["+", "-"], ["*", "/", "%"]];

const CONSTANTS: Record<string, unknown> = { true: true, false: false, null: null };

interface Token {
  text: string;
  literal?: Cel;
  isName: boolean;
}

/**
 * Parses the Common Expression Language as far as Inngest's expressions use it: everything but maps, bytes and messages
 * (CEL language definition, read 2026-11-22).
 *
 * @throws SyntaxError when it is not an expression.
 */
export function parseCel(text: string): Cel {
  const tokens = readTokens(text);
  let at = 0;
  const peek = () => tokens[at]?.text;
  const take = (): Token => {
    const token = tokens[at];
    if (!token) throw new SyntaxError(`${text} ends too soon.`);
    at += 1;
    return token;
  };
  const skip = (expected: string) => {
    const { text: found } = take();
    if (found !== expected) throw new SyntaxError(`${text} has ${found} where ${expected} belongs.`);
  };

  const parseChoice = (): Cel => {
    const condition = parseBinary(0);
    if (peek() !== "?") return condition;
    skip("?");
    const yes = parseChoice();
    skip(":");
    return { kind: "choice", condition, yes, no: parseChoice() };
  };

  const parseBinary = (level: number): Cel => {
    const operators = BINARY[level];
    if (!operators) return parseUnary();
    let left = parseBinary(level + 1);
    for (let next = peek(); next !== undefined && operators.includes(next); next = peek()) {
      at += 1;
      left = { kind: "binary", operator: next, left, right: parseBinary(level + 1) };
    }
    return left;
  };

  const parseUnary = (): Cel => {
    const operator = peek();
    if (operator !== "!" && operator !== "-") return parseMember();
    at += 1;
    return { kind: "unary", operator, of: parseUnary() };
  };

  const parseMember = (): Cel => {
    let of = parsePrimary();
    for (;;) {
      if (peek() === ".") {
        skip(".");
        const { text: name, isName } = take();
        if (!isName) throw new SyntaxError(`${text} has ${name} where a field belongs.`);
        const isCall = peek() === "(";
        of = isCall ? parseCall(name, of) : { kind: "field", of, field: { kind: "value", value: name } };
      } else if (peek() === "[") {
        skip("[");
        of = { kind: "field", of, field: parseChoice() };
        skip("]");
      } else {
        return of;
      }
    }
  };

  const parseCall = (name: string, of: Cel | undefined): Cel => {
    skip("(");
    return { kind: "call", name, of, args: parseUntil(")") };
  };

  const parseUntil = (end: string): Cel[] => {
    const items: Cel[] = [];
    while (peek() !== end) {
      items.push(parseChoice());
      if (peek() !== end) skip(",");
    }
    skip(end);
    return items;
  };

  const parsePrimary = (): Cel => {
    const token = take();
    if (token.literal) return token.literal;
    if (token.text === "[") return { kind: "list", items: parseUntil("]") };
    if (token.text === "(") {
      const inner = parseChoice();
      skip(")");
      return inner;
    }
    if (!token.isName) throw new SyntaxError(`${text} has ${token.text} where a value belongs.`);
    if (token.text in CONSTANTS) return { kind: "value", value: CONSTANTS[token.text] };
    return peek() === "(" ? parseCall(token.text, undefined) : { kind: "name", name: token.text };
  };

  const whole = parseChoice();
  if (at < tokens.length) throw new SyntaxError(`${text} goes on after its end, with ${peek() ?? ""}.`);
  return whole;
}

function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  const end = text.trimEnd().length;
  while (pattern.lastIndex < end) {
    const match = pattern.exec(text);
    if (!match) throw new SyntaxError(`${text} is not an expression.`);
    const [, number, string, name, symbol = ""] = match;
    if (number !== undefined) {
      tokens.push({ text: number, isName: false, literal: { kind: "value", value: Number(number) } });
    } else if (string !== undefined) {
      tokens.push({ text: string, isName: false, literal: { kind: "value", value: unquote(string) } });
    } else {
      tokens.push({ text: name ?? symbol, isName: name !== undefined });
    }
  }
  return tokens;
}

function unquote(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(.)/g, (_, char: string) => ({ n: "\n", t: "\t", r: "\r" })[char] ?? char);
}
