import { readFileSync, writeFileSync } from "node:fs";

/** The server's folder of Next's build, and that of what Next gathered out of it. */
export interface Folders {
  built: string;
  gathered: string;
}

/** What Next found that a page needs at run time, in Next's own format: paths that are relative to the trace. */
export interface Trace {
  version: number;
  files: string[];
}

export function readTrace(file: string): Trace {
  return JSON.parse(readFileSync(file, "utf8")) as Trace; // Next's own format
}

/** Adds files to a trace that are not in it yet, by their paths relative to it. */
export function addToTrace(file: string, added: readonly string[]): void {
  const trace = readTrace(file);
  writeFileSync(file, JSON.stringify({ ...trace, files: [...new Set([...trace.files, ...added])] }));
}

/** Whether a path in a trace is code of ours as Turbopack packed it, and not the runtime that loads it. */
export function isChunk(path: string): boolean {
  return /^chunks\/.*\.js$/.test(path) && !path.includes("[turbopack]");
}
