import { appendFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Writes down one refused request, and makes the error its caller gets.
 *
 * @param {{ via: string, host: string, url: string }} attempt
 * @returns {Error} with `code` ERR_OUTGOING_REFUSED
 */
export function logRefusal({ via, host, url }) {
  const error = new Error(
    `Refused ${url}: the local set talks to this machine only. Set the real vendor's keys, or LOCAL_ALLOW_HOSTS=${host}, to let it through.`,
  );
  const home = process.env.LIKENESS_HOME;
  if (home) {
    const line = {
      at: new Date().toISOString(),
      pid: process.pid,
      process: process.argv[1] ?? process.title,
      via,
      host,
      url,
      stack: error.stack,
    };
    try {
      appendFileSync(join(home, "refused.log"), `${JSON.stringify(line)}\n`);
    } catch {
      // A home that is gone or read-only must not turn a refusal into another error.
    }
  }
  return Object.assign(error, { code: "ERR_OUTGOING_REFUSED" });
}
