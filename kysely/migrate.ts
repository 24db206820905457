import { env } from "~/env";

import { migrateDatabase } from "./migrate-database";

const ran = await migrateDatabase(env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL, env.NEON_LOCAL_PROXY);
console.log(ran.length === 0 ? "The schema is up to date." : `Migrated: ${ran.join(", ")}.`);
