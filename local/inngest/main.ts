import path from "node:path";
import * as z from "zod";

import { startInngest } from "./start-inngest";

const Environment = z.object({
  LIKENESS_HOME: z.string().min(1).default(".likeness"),
  LOCAL_INNGEST_PORT: z.coerce.number().int(),
  LOCAL_INNGEST_APP_URL: z.url(),
  LOCAL_INNGEST_RETRY_MS: z.coerce.number().positive().default(1000),
  LOCAL_INNGEST_TIME_SCALE: z.coerce.number().positive().default(1),
  LOCAL_INNGEST_SYNC_MS: z.coerce.number().positive().default(5000),
  /** "1" finds each step before it is run. */
  LOCAL_INNGEST_PLANS_FIRST: z.enum(["0", "1"]).default("0"),
});

const settings = Environment.parse(process.env);
const inngest = await startInngest({
  dir: path.resolve(settings.LIKENESS_HOME, "inngest"),
  port: settings.LOCAL_INNGEST_PORT,
  appUrl: settings.LOCAL_INNGEST_APP_URL,
  retryMs: settings.LOCAL_INNGEST_RETRY_MS,
  timeScale: settings.LOCAL_INNGEST_TIME_SCALE,
  syncMs: settings.LOCAL_INNGEST_SYNC_MS,
  plansFirst: settings.LOCAL_INNGEST_PLANS_FIRST === "1",
  log: (line) => {
    console.log(line);
  },
});
console.log(`listening on ${inngest.origin}`);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void inngest.close().then(() => process.exit(0));
  });
}
