/** An error as the log shows it. */
export interface DescribedError {
  name: string;
  message?: string;
  code?: string | number;
  status?: number;
  /** Where it came from, the innermost first. */
  stack?: string[];
  cause?: DescribedError;
}

const MOST_CAUSES = 4;
const MOST_FRAMES = 20;
const MOST_CHARACTERS = 1_000;

/** The language's own kinds. Not a SyntaxError: JSON.parse quotes what it could not read. */
const plainKinds: readonly object[] = [Error, TypeError, RangeError, ReferenceError, DOMException].map(
  (kind) => kind.prototype as object,
);
/** Postgres's five characters, but for class 22, whose sentences quote the value that was not liked. */
const SQLSTATE = /^(?!22)(?=.*\d)[0-9A-Z]{5}$/;
const WORD = /^[\w$.:-]{1,60}$/;
/** `at name (file:line:column)`, the name left out at times. */
const FRAME = /^\s+at (?:[^()\n]{1,200} \()?[^()\n]{1,300}:\d+:\d+\)?$/;

/**
 * What the log may say of an error: its kind, its codes, where it came from, and its words only where they are ours, the
 * language's or about the shape of the database. A vendor's words may quote a prompt, an address or a name, and so they stay out.
 */
export function describeError(error: unknown, depth = 1): DescribedError {
  if (!(error instanceof Error)) return { name: error === null ? "null" : typeof error };
  const message = wordsOf(error);
  const stack = framesOf(error);
  const { code, status } = error as { code?: unknown; status?: unknown }; // whatever its maker put there
  return {
    name: nameOf(error),
    ...(message !== undefined && { message: message.slice(0, MOST_CHARACTERS) }),
    ...((typeof code === "number" || isWord(code)) && { code }),
    ...(typeof status === "number" && { status }),
    ...(stack.length > 0 && { stack }),
    ...(error.cause !== undefined && depth < MOST_CAUSES && { cause: describeError(error.cause, depth + 1) }),
  };
}

/** Some SDKs' errors are all called "Error": then their class says more. */
function nameOf(error: Error): string {
  const names = [error.name === "Error" ? error.constructor.name : error.name, error.constructor.name];
  return names.find(isWord) ?? "Error";
}

function wordsOf(error: Error): string | undefined {
  // Of Zod's, where it was and of what kind: the words may name what was found there.
  if ("issues" in error && Array.isArray(error.issues)) return error.issues.map(placeOf).join(", ");
  if ("code" in error && typeof error.code === "string" && SQLSTATE.test(error.code)) return error.message;
  const isPlain = plainKinds.includes(Object.getPrototypeOf(error) as object);
  return isPlain || error.name === "Failure" ? error.message : undefined;
}

function placeOf(issue: unknown): string {
  const { path, code } = Object(issue) as { path?: unknown; code?: unknown }; // of any library that calls them so
  const steps: unknown[] = Array.isArray(path) ? path : [];
  const words = steps.map((step) => (typeof step === "number" || isWord(step) ? String(step) : "?"));
  return `${words.join(".")}: ${isWord(code) ? code : "?"}`;
}

/** The message stands before the frames, and its lines may look like some. */
function framesOf({ stack = "", message }: Error): string[] {
  const at = message === "" ? -1 : stack.indexOf(message);
  const after = at === -1 ? stack : stack.slice(at + message.length);
  return after
    .split("\n")
    .filter((line) => FRAME.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim());
}

function isWord(value: unknown): value is string {
  return typeof value === "string" && WORD.test(value);
}
