import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import type { Vendor } from "~/local/vendor";

/**
 * Serves routes on 127.0.0.1.
 *
 * @param port 0 for any free one
 * @throws Error when the port is taken.
 */
export async function listenOnLoopback(routes: Hono, port: number): Promise<Vendor> {
  const server = createAdaptorServer({ fetch: routes.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: bound } = server.address() as AddressInfo; // it listens on TCP

  return {
    origin: `http://localhost:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
