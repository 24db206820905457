import { Pool } from "@neondatabase/serverless";
import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";

import { writeLine } from "~/log/write-line";

import type { Database } from "./schema";

/** Field names inside a JSON document are its own: only columns are translated. */
export const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/** Opens a database over Neon's WebSocket: interactive transactions work. The caller destroys it. */
export function connect(databaseUrl: string, maxConnections: number): Kysely<Database> {
  const pool = new Pool({ connectionString: databaseUrl, max: maxConnections });
  // Without a listener, a backend that goes away is an uncaught exception with the whole client in the log.
  pool.on("error", (error: Error) => {
    writeLine({ level: "error", message: `database connection lost: ${error.message}` });
  });
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }), plugins: [camelCase] });
}
