import { neonConfig } from "@neondatabase/serverless";
import ws from "ws";

import { env } from "~/env";
import { connect } from "~/kysely/connect";
import { configureNeon } from "~/kysely/neon";

import { findOrCreateOperator } from "./find-or-create-demo-user";
import { seedDemo } from "./seed-demo";

neonConfig.webSocketConstructor = ws;
configureNeon(env.NEON_LOCAL_PROXY);

const db = connect(env.DATABASE_URL, 4);
try {
  await findOrCreateOperator();
  const made = await seedDemo(db);
  console.log(made ? "The demo user is ready." : "The demo user was already there.");
} finally {
  await db.destroy();
}
