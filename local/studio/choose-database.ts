import { readAddresses } from "~/local/launcher/addresses";
import type { Variables } from "~/local/launcher/find-real-vendors";
import { identifyProcess } from "~/local/launcher/identify-process";
import { readSecrets } from "~/local/launcher/read-secrets";

/**
 * The connection string of the database to look into: the running set's, else the user's own DATABASE_URL.
 *
 * @throws Error saying how to get one when there is neither.
 */
export async function chooseDatabase(home: string, own: Variables): Promise<string> {
  const postgres = (await readAddresses(home))?.["postgres"];
  if (postgres && identifyProcess(postgres.pid)) {
    const { postgresPassword } = await readSecrets(home);
    return `postgres://likeness:${postgresPassword}@localhost:${new URL(postgres.origin).port}/likeness`;
  }

  const url = own["DATABASE_URL"];
  if (url) return url;
  throw new Error(
    `No set is running in ${home}: start one with npm run dev, name its --home, or set DATABASE_URL.`,
  );
}
