import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createClerkClient } from "@clerk/nextjs/server";
import { onTestFinished } from "vitest";

import type { ClerkOptions } from "../settings";
import { startClerk } from "../start-clerk";
import type { Clerk } from "../start-clerk";

/** base64 of `clerk.local.test$`, as the launcher sets it. */
export const PUBLISHABLE_KEY = "pk_live_Y2xlcmsubG9jYWwudGVzdCQ=";
export const COOKIE_SUFFIX = "4qziOR6R";
export const SECRET_KEY = "sk_live_onlyForTests";
export const WEBHOOK_SECRET = `whsec_${Buffer.from("a secret that only the tests know").toString("base64")}`;
export const APP_ORIGIN = "http://localhost:4100";

export interface TestClerk extends Clerk {
  dir: string;
  /** The real backend SDK, pointed here. */
  backend: ReturnType<typeof createClerkClient>;
}

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** A folder that is gone after the test. */
export async function temporaryDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "likeness-clerk-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

/** A local Clerk for one test, on a free port and, unless a folder is given, with nothing in it. */
export async function startTestClerk(options: Partial<ClerkOptions> = {}): Promise<TestClerk> {
  const dir = options.dir ?? (await dirWithKey());
  const clerk = await startClerk({
    port: 0,
    publishableKey: PUBLISHABLE_KEY,
    secretKey: SECRET_KEY,
    appOrigin: APP_ORIGIN,
    ...options,
    dir,
  });
  onTestFinished(() => clerk.close());
  const backend = createClerkClient({
    publishableKey: PUBLISHABLE_KEY,
    secretKey: SECRET_KEY,
    apiUrl: clerk.origin,
  });
  return { ...clerk, dir, backend };
}

/** Making a key takes a second on a busy machine: one serves a whole file of tests. */
async function dirWithKey(): Promise<string> {
  const dir = await temporaryDir();
  await writeFile(join(dir, "key.pem"), privateKey.export({ type: "pkcs8", format: "pem" }));
  return dir;
}
