/**
 * The edge on loopback: workerd 1.20261023.1, the runtime of Cloudflare's network, with the worker that would be
 * deployed there.
 *
 * Not imitated: the network's limits on memory and time, its caches, its compression, and the distance to the database.
 * workerd is no Node process, so the preload cannot watch it: instead it is only let to loopback, unless a vendor is real.
 *
 * Usage: main.ts --port N --node ORIGIN
 */
import { join } from "node:path";
import { parseArgs } from "node:util";

import { workerVariables } from "~/edge/worker-variables";

import { startEdge } from "./start-edge";

const root = join(import.meta.dirname, "../..");
const { values } = parseArgs({ options: { port: { type: "string" }, node: { type: "string" } } });
if (!values.port || !values.node) throw new Error("Usage: main.ts --port N --node ORIGIN");

const edge = await startEdge({
  port: Number(values.port),
  nodeOrigin: values.node,
  variables: workerVariables,
  env: process.env,
  built: join(root, ".open-next"),
  dir: join(process.env["LIKENESS_HOME"] ?? join(root, ".likeness"), "edge"),
  mayLeave: Boolean(process.env["LOCAL_ALLOW_HOSTS"]),
});

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void edge.close());
process.exit((await edge.ended) ?? 0);
