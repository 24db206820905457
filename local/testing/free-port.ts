import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";

/** A port that nothing listens on just now, for a vendor that a test starts as a process of its own. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a port answers with an AddressInfo, never with a pipe's path.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
