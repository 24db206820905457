import { createServer } from "node:net";
import { portsFrom } from "~/local/ports";
import type { PartName, Ports } from "~/local/ports";
import { canConnect } from "./wait-until-up";

/** The ports of a set are eleven in a row; sets side by side are usually a hundred apart. */
const STEP = 100;

/** The numbers above 1023 that browsers and Node's fetch refuse (Fetch Standard, "bad port", read 2026-11-22). */
const REFUSED_BY_BROWSERS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
]);

/**
 * Refuses to start a set whose ports are taken, or are numbers that browsers refuse.
 *
 * @throws Error naming each such port and the option that moves the set.
 */
export async function refuseTakenPorts(ports: Ports, names: readonly PartName[]): Promise<void> {
  const refused = names
    .filter((name) => REFUSED_BY_BROWSERS.has(ports[name]))
    .map((name) => `${ports[name]} (${name})`);
  const taken: string[] = [];
  for (const name of names) if (!(await isFree(ports[name]))) taken.push(`${ports[name]} (${name})`);
  if (taken.length === 0 && refused.length === 0) return;

  const other = await findFreePort(ports.app + STEP);
  const complaints = [
    taken.length > 0 ? `Taken: port ${taken.join(", ")}.` : "",
    refused.length > 0 ? `Refused by browsers: port ${refused.join(", ")}.` : "",
  ];
  throw new Error(
    `${complaints.join(" ").trim()} Move the whole set with --port, for example --port ${other}.`,
  );
}

/** The first port from `first` on, in steps of a hundred, where a whole set fits. */
export async function findFreePort(first: number): Promise<number> {
  for (let port = first; port <= 65_000; port += STEP) {
    const ports = Object.values(portsFrom(port));
    if (ports.some((each) => REFUSED_BY_BROWSERS.has(each))) continue;
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return port;
  }
  throw new Error(`There is no room for a set of ports from ${first} on.`);
}

/** Connects as well as binds: some systems let a second program bind 127.0.0.1 beside one that listens on every address. */
async function isFree(port: number): Promise<boolean> {
  if ((await canConnect(port)) || (await canConnect(port, "::1"))) return false;

  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => {
      resolve(false);
    });
    server.listen(port, "127.0.0.1", () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}
