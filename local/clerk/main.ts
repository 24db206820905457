import { join } from "node:path";

import * as z from "zod";

import { startClerk } from "./start-clerk";

const Environment = z.object({
  LIKENESS_HOME: z.string().default(".likeness"),
  LOCAL_CLERK_PORT: z.coerce.number().int(),
  LOCAL_CLERK_WEBHOOK_URL: z.url(),
  /** "1" asks every new address for a code. */
  LOCAL_CLERK_VERIFY_EMAIL: z.literal("1").optional(),
  LOCAL_CLERK_TOKEN_SECONDS: z.coerce.number().int().positive().default(60),
  NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: z.string(),
  NEXT_PUBLIC_CLERK_PROXY_URL: z.string().startsWith("/").default("/__clerk"),
  CLERK_SECRET_KEY: z.string(),
  CLERK_WEBHOOK_SIGNING_SECRET: z.string(),
});

const environment = Environment.parse(process.env);
const clerk = await startClerk({
  port: environment.LOCAL_CLERK_PORT,
  dir: join(environment.LIKENESS_HOME, "clerk"),
  publishableKey: environment.NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY,
  secretKey: environment.CLERK_SECRET_KEY,
  appOrigin: new URL(environment.LOCAL_CLERK_WEBHOOK_URL).origin,
  proxyPath: environment.NEXT_PUBLIC_CLERK_PROXY_URL,
  webhook: { url: environment.LOCAL_CLERK_WEBHOOK_URL, secret: environment.CLERK_WEBHOOK_SIGNING_SECRET },
  tokenSeconds: environment.LOCAL_CLERK_TOKEN_SECONDS,
  verifyEmail: environment.LOCAL_CLERK_VERIFY_EMAIL === "1",
  log: (line) => {
    console.log(line);
  },
});

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void clerk.close().then(() => process.exit(0));
  });
}
