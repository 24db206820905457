/**
 * The edge on loopback: workerd 1.20261023.1, the runtime of Cloudflare's network, with the worker that would be
 * deployed there.
 *
 * Not imitated: the network's limits on memory and time, its caches, its compression, and the distance to the database.
 * workerd is no Node process, so the preload cannot watch it: instead it is only let to loopback, unless a vendor is real.
 *
 * Usage: main.ts --port N --node ORIGIN
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { startEdge } from "./start-edge";

const root = join(import.meta.dirname, "../..");
const { values } = parseArgs({ options: { port: { type: "string" }, node: { type: "string" } } });
if (!values.port || !values.node) throw new Error("Usage: main.ts --port N --node ORIGIN");

const edge = await startEdge({
  port: Number(values.port),
  nodeOrigin: values.node,
  variables: ["NODE_ENV", ...(await listVariables())],
  env: process.env,
  built: join(root, ".open-next"),
  dir: join(process.env["LIKENESS_HOME"] ?? join(root, ".likeness"), "edge"),
  mayLeave: Boolean(process.env["LOCAL_ALLOW_HOSTS"]),
});

let isClosing = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    isClosing = true;
    void edge.close();
  });
}
const code = await edge.ended;
process.exit(isClosing ? 0 : (code ?? 1));

/** What the product reads, as .env.example lists it. */
async function listVariables(): Promise<string[]> {
  const example = await readFile(join(root, ".env.example"), "utf8");
  return [...example.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)]
    .map(([, name = ""]) => name)
    .filter((name) => name !== "NODE_ENV");
}
