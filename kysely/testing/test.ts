import type { ControlledTransaction } from "kysely";
import { neonConfig } from "@neondatabase/serverless";
import { test as base, inject } from "vitest";
import ws from "ws";

import { connect } from "../connect";
import { configureNeon } from "../neon";
import { newId } from "~/server/new-id";
import type { Database } from "../schema";

neonConfig.webSocketConstructor = ws;
configureNeon(inject("neonProxy"));

interface Fixtures {
  /** A transaction on a real, migrated database; rolled back when the test ends. */
  db: ControlledTransaction<Database>;
  /** A user on Free with nothing but their row. */
  userId: string;
}

/** Vitest's `test`, with a database of its own. */
export const test = base.extend<Fixtures>({
  db: async ({}, provide) => {
    const database = connect(inject("databaseUrl"), 1);
    const trx = await database.startTransaction().execute();
    try {
      await provide(trx);
    } finally {
      await trx.rollback().execute();
      await database.destroy();
    }
  },
  userId: async ({ db }, provide) => {
    const id = `user_${newId()}`;
    await db.insertInto("appUser").values({ id, email: null }).execute();
    await provide(id);
  },
});
