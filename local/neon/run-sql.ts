import pg from "pg";
import * as z from "zod";

/** One statement as the driver sends it. */
export const Statement = z.object({ query: z.string(), params: z.array(z.unknown()).default([]) });
export type Statement = z.infer<typeof Statement>;

/** The transaction that a batch runs in. */
export interface BatchOptions {
  isolation: string | undefined;
  isReadOnly: boolean;
  isDeferrable: boolean;
}

/** The answer to one statement, in the driver's words; every value is Postgres's own text, or null. */
export interface StatementResult {
  command: string;
  rowCount: number | null;
  rowAsArray: true;
  rows: unknown[][];
  fields: pg.FieldDef[];
}

export interface SqlRunner {
  /** Runs one statement with the credentials of a connection string. Throws what `pg` throws. */
  runStatement: (connection: string, statement: Statement) => Promise<StatementResult>;
  /** Runs statements in one transaction: all or none. Throws what `pg` throws. */
  runBatch: (
    connection: string,
    statements: Statement[],
    options: BatchOptions,
  ) => Promise<StatementResult[]>;
  close: () => Promise<void>;
}

const MAX_CONNECTIONS = 20;
const asText = { getTypeParser: () => (value: string) => value };

/** Runs SQL that came over HTTP, each request on a connection that holds nothing of the one before, as at Neon. */
export function createSqlRunner(postgresPort: number): SqlRunner {
  const pools = new Map<string, pg.Pool>();

  const poolOf = (connection: string): pg.Pool => {
    const known = pools.get(connection);
    if (known) return known;

    const url = new URL(connection);
    const pool = new pg.Pool({
      host: "127.0.0.1",
      port: postgresPort,
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database: decodeURIComponent(url.pathname.slice(1)),
      application_name: url.searchParams.get("application_name") ?? undefined,
      max: MAX_CONNECTIONS,
      // Tests drop databases, which waits for nobody to be connected.
      idleTimeoutMillis: 1000,
    });
    // An idle connection that Postgres closes is replaced by the next request; without a listener it would end this process.
    pool.on("error", () => undefined);
    pools.set(connection, pool);
    return pool;
  };

  const onConnection = async <T>(
    connection: string,
    work: (client: pg.PoolClient) => Promise<T>,
  ): Promise<T> => {
    const client = await poolOf(connection).connect();
    try {
      return await work(client);
    } finally {
      void forgetSession(client);
    }
  };

  return {
    runStatement: (connection, statement) => onConnection(connection, (client) => run(client, statement)),
    runBatch: (connection, statements, options) =>
      onConnection(connection, (client) => runInTransaction(client, statements, options)),
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
    },
  };
}

/** Clears settings, locks and temporary tables; a session that cannot be cleared (an open transaction) is closed. */
async function forgetSession(client: pg.PoolClient): Promise<void> {
  try {
    await client.query("DISCARD ALL");
    client.release();
  } catch {
    client.release(true);
  }
}

async function runInTransaction(
  client: pg.PoolClient,
  statements: Statement[],
  options: BatchOptions,
): Promise<StatementResult[]> {
  const { isolation, isReadOnly, isDeferrable } = options;
  const begin = [
    "BEGIN",
    isolation === undefined ? "" : `ISOLATION LEVEL ${isolation}`,
    isReadOnly ? "READ ONLY" : "",
    isDeferrable ? "DEFERRABLE" : "",
  ];
  await client.query(begin.join(" "));
  try {
    const results: StatementResult[] = [];
    for (const statement of statements) results.push(await run(client, statement));
    await client.query("COMMIT");
    return results;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

async function run(client: pg.PoolClient, { query, params }: Statement): Promise<StatementResult> {
  // Neon always prepares, which refuses two statements in one string even without parameters.
  const prepared: pg.QueryArrayConfig<unknown[]> & { queryMode: string } = {
    text: query,
    values: params,
    rowMode: "array",
    types: asText,
    queryMode: "extended",
  };
  const { command, rowCount, rows, fields } = await client.query<unknown[], unknown[]>(prepared);
  return { command, rowCount, rowAsArray: true, rows, fields };
}
