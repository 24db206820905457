import path from "node:path";
import * as z from "zod";
import { startNeon } from "../neon/start-neon";
import { startPostgres } from "./start-postgres";

const port = z.coerce.number().int().positive();
const settings = z
  .object({
    LIKENESS_HOME: z.string().min(1).default(".likeness"),
    LOCAL_POSTGRES_PORT: port,
    LOCAL_NEON_PORT: port,
    LOCAL_POSTGRES_PASSWORD: z.string().min(1),
  })
  .parse(process.env);

// Listened for before anything starts, so that a stop in mid-start leaves no server behind.
const stopAsked = new Promise<"asked">((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      resolve("asked");
    });
  }
});

try {
  process.exitCode = await serve();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();

/** Runs the database and its front until asked to stop (0) or until Postgres goes by itself (1). */
async function serve(): Promise<number> {
  const postgres = await startPostgres({
    dir: path.resolve(settings.LIKENESS_HOME, "postgres"),
    port: settings.LOCAL_POSTGRES_PORT,
    password: settings.LOCAL_POSTGRES_PASSWORD,
  });
  try {
    const start = postgres.adopted ? "Took over the Postgres left running" : "Postgres is up";
    console.log(`${start} on port ${String(postgres.port)}`);

    const neon = await startNeon({ port: settings.LOCAL_NEON_PORT, postgresPort: postgres.port });
    console.log(`Neon's front is up on ${neon.origin}`);

    const reason = await Promise.race([stopAsked, postgres.ended]);
    await neon.close();
    if (reason === "asked") return 0;
    console.log("Postgres stopped by itself");
    return 1;
  } finally {
    await postgres.close();
  }
}
