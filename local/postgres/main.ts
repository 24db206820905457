import path from "node:path";
import { z } from "zod";
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

const postgres = await startPostgres({
  dir: path.resolve(settings.LIKENESS_HOME, "postgres"),
  port: settings.LOCAL_POSTGRES_PORT,
  password: settings.LOCAL_POSTGRES_PASSWORD,
}).catch(giveUp);
console.log(
  `${postgres.adopted ? "Took over the Postgres left running" : "Postgres is up"} on port ${String(postgres.port)}`,
);

const neon = await startNeon({ port: settings.LOCAL_NEON_PORT, postgresPort: postgres.port }).catch(
  async (error: unknown) => {
    await postgres.close();
    return giveUp(error);
  },
);
console.log(`Neon's front is up on ${neon.origin}`);

let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());

await postgres.ended;
if (!isStopping) {
  console.log("Postgres stopped by itself");
  process.exit(1);
}

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await neon.close();
  await postgres.close();
  process.exit(0);
}

function giveUp(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
