import { neonConfig } from "@neondatabase/serverless";
import type { Kysely } from "kysely";
import ws from "ws";

import { connect } from "~/kysely/connect";
import { configureNeon } from "~/kysely/neon";
import type { Database } from "~/kysely/schema";
import { demoUser } from "~/local/seed/demo-user";

/** Lends `work` the database of the set that was opened last, and the demo user's id. */
export async function withDatabase<T>(
  work: (db: Kysely<Database>, userId: string) => Promise<T>,
): Promise<T> {
  neonConfig.webSocketConstructor = ws;
  configureNeon(process.env["NEON_LOCAL_PROXY"]);
  const db = connect(process.env["DATABASE_URL"] ?? "", 2);
  try {
    const { id } = await db
      .selectFrom("appUser")
      .select("id")
      .where("email", "=", demoUser.email)
      .executeTakeFirstOrThrow();
    return await work(db, id);
  } finally {
    await db.destroy();
  }
}
