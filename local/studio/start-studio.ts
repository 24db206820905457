import { Hono } from "hono";
import { Pool } from "pg";
import * as z from "zod";
import { loopbackOnly } from "~/local/launcher/loopback-only";
import { listenOnLoopback } from "~/local/launcher/listen-on-loopback";
import type { Vendor } from "~/local/vendor";
import { countRows, readRows } from "./read-rows";
import { readTables } from "./read-tables";
import { showRows, showTables } from "./show-page";

const After = z.array(z.string()).optional().catch(undefined);

/**
 * Serves a database on 127.0.0.1 for looking, never for changing: `/` lists the tables, `/tables/NAME` shows the rows,
 * fifty at a time, by key.
 *
 * @param port 0 for any free one
 * @throws Error when the port is taken.
 */
export async function startStudio({
  port,
  databaseUrl,
}: {
  port: number;
  databaseUrl: string;
}): Promise<Vendor> {
  const pool = new Pool({ connectionString: databaseUrl, max: 4 });
  // A database that stops while nobody asks is noticed by the next question.
  pool.on("error", () => undefined);

  const routes = new Hono();
  routes.use(loopbackOnly);
  routes.get("/", async (c) => {
    const tables = await readTables(pool);
    const counted = await Promise.all(
      tables.map(async (table) => ({ table, count: await countRows(pool, table) })),
    );
    return c.html(showTables(counted));
  });
  routes.get("/tables/:name", async (c) => {
    const table = (await readTables(pool)).find(({ name }) => name === c.req.param("name"));
    if (!table) return c.text("There is no such table.", 404);
    return c.html(showRows(table, await readRows(pool, table, readAfter(c.req.query("after")))));
  });
  routes.onError((error, c) => c.text(`The database did not answer: ${error.message}`, 502));

  const server = await listenOnLoopback(routes, port);
  return {
    origin: server.origin,
    close: async () => {
      await server.close();
      await pool.end();
    },
  };
}

function readAfter(text: string | undefined): string[] | undefined {
  try {
    return After.parse(JSON.parse(text ?? "null"));
  } catch {
    return undefined;
  }
}
