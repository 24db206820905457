import { describeError } from "./describe-error";

export interface Line {
  level: "error" | "warn";
  /** A sentence of ours: no person's id, address or words stand in it. */
  message: string;
  /** The request on whose behalf something happened; undefined for what happens by itself. */
  requestId?: string | undefined;
  /** What programs look for; words and numbers of ours. */
  facts?: Readonly<Record<string, string | number>>;
  error?: unknown;
}

/** JSON escapes line breaks; terminals also obey these, and some readers break lines at them. */
const CONTROLS = /[\u007f-\u009f\u2028\u2029]/g;

/**
 * The one way into the log. In production a line is one JSON object: nobody can write a second one with a line break, and of
 * an error there is what src/log/describe-error.ts lets through. On one's own machine it is text, with all that the error says.
 *
 * This folder imports nothing from outside, because the worker writes by it too.
 */
export function writeLine(line: Line): void {
  // eslint-disable-next-line no-console -- here, and nowhere else
  const write = line.level === "error" ? console.error : console.warn;
  if (isRead()) writeText(write, line);
  else write(writeJson(line));
}

function writeText(write: (...words: unknown[]) => void, { message, requestId, error }: Line): void {
  const text = requestId === undefined ? message : `${message} (request ${requestId})`;
  if (error === undefined) write(text);
  else write(text, error);
}

function writeJson({ level, message, requestId, facts, error }: Line): string {
  const time = new Date().toISOString();
  const json = JSON.stringify({
    ...{ time, level, message, requestId },
    ...facts,
    error: error === undefined ? undefined : describeError(error),
  });
  return json.replace(CONTROLS, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Whether somebody reads along, rather than a program. */
function isRead(): boolean {
  // Next and the worker's bundler put the word in as they build; it is no setting of ours.
  // eslint-disable-next-line no-restricted-properties -- the worker and the database's scripts have no parsed environment
  const mode = process.env["NODE_ENV"];
  return mode === "development" || mode === "test";
}
