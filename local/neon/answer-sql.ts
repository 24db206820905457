import { setTimeout as pause } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import pg from "pg";
import * as z from "zod";
import type { Control, Fault } from "../control";
import type { Counted } from "./count-by";
import { Statement } from "./run-sql";
import type { SqlRunner } from "./run-sql";

type SqlContext = Context<{ Bindings: HttpBindings }>;

const Body = z.union([z.object({ queries: z.array(Statement) }), Statement]);

const Headers = z.object({
  "neon-connection-string": z.url({ protocol: /^postgres(ql)?$/ }),
  "neon-raw-text-output": z.literal("true"),
  "neon-array-mode": z.literal("true"),
  "neon-batch-isolation-level": z
    .enum(["ReadUncommitted", "ReadCommitted", "RepeatableRead", "Serializable"])
    .transform((level) => level.replace(/(?<=[a-z])(?=[A-Z])/, " ").toUpperCase())
    .optional(),
  "neon-batch-read-only": z.enum(["true", "false"]).optional(),
  "neon-batch-deferrable": z.enum(["true", "false"]).optional(),
});

/** What the driver copies from an error's body: Postgres's error fields (protocol-error-fields). */
const errorFields = [
  ...([
    "severity",
    "code",
    "detail",
    "hint",
    "position",
    "internalPosition",
    "internalQuery",
    "where",
  ] as const),
  ...(["schema", "table", "column", "dataType", "constraint", "file", "line", "routine"] as const),
];

/** Answers `POST /sql`: one statement, or `{ queries }` as one transaction. Postgres's own errors are 400 with their fields. */
export function answerSql(parts: { control: Control; count: (what: Counted) => void; sql: SqlRunner }) {
  const { control, count, sql } = parts;

  return async (c: SqlContext): Promise<Response> => {
    const body = Body.safeParse(await c.req.json().catch(() => null));
    const headers = Headers.safeParse(c.req.header());
    if (!body.success) return c.json({ message: z.prettifyError(body.error) }, 400);
    if (!headers.success) return c.json({ message: z.prettifyError(headers.error) }, 400);

    count("queries" in body.data ? "POST /sql/batch" : "POST /sql/query");
    const fault = control.take("sql");
    const misbehaviour = fault && (await misbehave(c, fault));
    if (misbehaviour) return misbehaviour;

    const connection = headers.data["neon-connection-string"];
    try {
      if (!("queries" in body.data)) return c.json(await sql.runStatement(connection, body.data));
      const results = await sql.runBatch(connection, body.data.queries, {
        isolation: headers.data["neon-batch-isolation-level"],
        isReadOnly: headers.data["neon-batch-read-only"] === "true",
        isDeferrable: headers.data["neon-batch-deferrable"] === "true",
      });
      return c.json({ results });
    } catch (error) {
      return describeError(c, error);
    }
  };
}

function describeError(c: SqlContext, error: unknown): Response {
  if (!(error instanceof pg.DatabaseError)) {
    return c.json(
      { message: `Postgres cannot be reached: ${error instanceof Error ? error.message : String(error)}` },
      500,
    );
  }
  const fields = Object.fromEntries(errorFields.map((field) => [field, error[field]]));
  return c.json({ message: error.message, ...fields }, 400);
}

/** Answers wrongly on purpose, or returns undefined when the request should go on. */
async function misbehave(c: SqlContext, fault: Fault): Promise<Response | undefined> {
  switch (fault.kind) {
    case "status":
      return Response.json({ message: "A fault was asked for." }, { status: fault.status });
    case "delay":
      await pause(fault.ms);
      return undefined;
    case "garbage":
      return c.html("<html>not what you asked for");
    case "hang":
      return new Promise(() => undefined);
    case "drop":
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    default:
      return undefined;
  }
}
