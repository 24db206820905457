/** The front of Neon before the user's own Postgres on this machine, as a process. */
import * as z from "zod";
import { startNeon } from "./start-neon";

const POSTGRES_PORT = "5432";

const settings = z
  .object({ LOCAL_NEON_PORT: z.coerce.number().int().positive(), DATABASE_URL: z.url() })
  .parse(process.env);

const postgresPort = Number(new URL(settings.DATABASE_URL).port || POSTGRES_PORT);
const neon = await startNeon({ port: settings.LOCAL_NEON_PORT, postgresPort });
console.log(`Neon's front is up on ${neon.origin}, before port ${postgresPort}`);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void neon.close().then(() => process.exit(0));
  });
}
