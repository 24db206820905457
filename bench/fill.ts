/**
 * `npm run bench:fill -- [--port N] [--home DIR] [--pictures N] [--email ADDRESS]`: gives a user of a running set (the
 * demo user, unless told) so many pictures that nobody made, the newest 500 with thumbnails. For looking at a full gallery.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";

import { neonConfig } from "@neondatabase/serverless";
import ws from "ws";

import { describeRunningSet } from "~/local/launcher/describe-running-set";
import { DEFAULT_PORT } from "~/local/ports";
import { demoUser } from "~/local/seed/demo-user";

const root = join(import.meta.dirname, "..");
const THUMBNAILS = 500;

const { values } = parseArgs({
  options: {
    port: { type: "string", default: String(DEFAULT_PORT) },
    home: { type: "string", default: process.env["LIKENESS_HOME"] ?? ".likeness" },
    pictures: { type: "string", default: "10000" },
    email: { type: "string", default: demoUser.email },
  },
});
const { set } = await describeRunningSet(root, values);
// ~/env parses these as it is imported.
Object.assign(process.env, set.env);
const { connect } = await import("~/kysely/connect");
const { configureNeon } = await import("~/kysely/neon");
const { fillGallery } = await import("../e2e/fixtures/fill-gallery");

neonConfig.webSocketConstructor = ws;
configureNeon(process.env["NEON_LOCAL_PROXY"]);
const db = connect(process.env["DATABASE_URL"] ?? "", 2);
try {
  const { id: userId } = await db
    .selectFrom("appUser")
    .select("id")
    .where("email", "=", values.email)
    .executeTakeFirstOrThrow();
  const count = Number(values.pictures);
  await fillGallery(db, { userId, count, thumbnails: Math.min(count, THUMBNAILS) });
  console.log(`${values.email} has ${count.toLocaleString("en")} more pictures.`);
} finally {
  await db.destroy();
}
