import { createServer } from "node:net";
import { portsFrom } from "~/local/ports";
import type { PartName, Ports } from "~/local/ports";
import { canConnect } from "./wait-until-up";

/** The ports of a set are ten in a row; sets side by side are usually a hundred apart. */
const STEP = 100;

/**
 * Refuses to start a set whose ports are taken.
 *
 * @throws Error naming each port that is taken and the option that moves the set.
 */
export async function refuseTakenPorts(ports: Ports, names: readonly PartName[]): Promise<void> {
  const taken: string[] = [];
  for (const name of names) if (!(await isFree(ports[name]))) taken.push(`${ports[name]} (${name})`);
  if (taken.length === 0) return;

  const other = await findFreePort(ports.app + STEP);
  const what = taken.length === 1 ? "Port" : "Ports";
  const is = taken.length === 1 ? "is" : "are";
  throw new Error(
    `${what} ${taken.join(", ")} ${is} taken. Move the whole set with --port, for example --port ${other}.`,
  );
}

/** The first port from `first` on, in steps of a hundred, where a whole set fits. */
export async function findFreePort(first: number): Promise<number> {
  for (let port = first; port <= 65_000; port += STEP) {
    const free = await Promise.all(Object.values(portsFrom(port)).map(isFree));
    if (free.every(Boolean)) return port;
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
