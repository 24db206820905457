/** `npm run db:studio -- [--port N] [--home DIR]`: a page to look into the database of a running set, or DATABASE_URL. */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readAddresses } from "./launcher/addresses";
import { loadOwnVariables } from "./launcher/load-own-variables";
import { DEFAULT_PORT, portsFrom } from "./ports";
import { chooseDatabase } from "./studio/choose-database";
import { startStudio } from "./studio/start-studio";

const root = join(import.meta.dirname, "..");

try {
  const { values } = parseArgs({ options: { port: { type: "string" }, home: { type: "string" } } });
  const home = resolve(root, values.home ?? process.env["LIKENESS_HOME"] ?? ".likeness");
  const databaseUrl = await chooseDatabase(home, loadOwnVariables(root, "dev"));

  const app = (await readAddresses(home))?.["app"];
  const first = values.port ?? (app && new URL(app.origin).port) ?? DEFAULT_PORT;
  const studio = await startStudio({ port: portsFrom(Number(first)).studio, databaseUrl });
  console.log(`The database is shown, read-only, on ${studio.origin}`);

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void studio.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
