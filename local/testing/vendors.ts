import { randomBytes } from "node:crypto";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

import { startClerk } from "../clerk/start-clerk";
import { startInngest } from "../inngest/start-inngest";
import { makeReceiptKey } from "../launcher/read-secrets";
import { offers, store } from "../lemonsqueezy/catalog";
import { startLemonSqueezy } from "../lemonsqueezy/start-lemonsqueezy";
import { chatModels } from "../together/chat-models";
import { startTogether } from "../together/start-together";
import { startUploadThing } from "../uploadthing/start-uploadthing";
import { writeToken } from "../uploadthing/token";

declare module "vitest" {
  export interface ProvidedContext {
    /** The variables that lead the product's code to this run's own vendors. */
    vendorEnv: Record<string, string>;
    /** Where each vendor listens: for its `/__control`. */
    vendorOrigins: Record<"uploadthing" | "together" | "inngest" | "lemonsqueezy" | "clerk", string>;
  }
}

const NO_APP = "http://localhost:9/api/inngest";

/** Vitest's global setup: the vendors that the product's verbs speak to, for the whole run. Nothing serves functions: an event that is sent stays in the executor's journal. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "likeness-vendors-"));
  const dir = (name: string) => path.join(folder, name);
  const apiKey = `sk_live_${randomBytes(18).toString("hex")}`;
  const appId = "testapp";
  const togetherKey = randomBytes(18).toString("hex");

  const uploadthing = await startUploadThing({ port: 0, dir: dir("uploadthing"), apiKey, appId });
  const together = await startTogether({
    port: 0,
    dir: dir("together"),
    apiKey: togetherKey,
    trainingMs: 500,
  });
  const inngest = await startInngest({ port: 0, dir: dir("inngest"), appUrl: NO_APP });

  const lemonsqueezyKeys = {
    apiKey: randomBytes(18).toString("hex"),
    webhookSecret: randomBytes(16).toString("hex"),
  };
  // Without an address for webhooks: a test that wants them starts a vendor of its own.
  const lemonsqueezy = await startLemonSqueezy({ port: 0, dir: dir("lemonsqueezy"), ...lemonsqueezyKeys });

  const clerkKeys = {
    publishableKey: "pk_live_Y2xlcmsubG9jYWwudGVzdCQ=",
    secretKey: `sk_live_${randomBytes(18).toString("hex")}`,
  };
  // It tells no one of its users either.
  const clerk = await startClerk({
    port: 0,
    dir: dir("clerk"),
    // Where src/server/api/testing/visit-door.ts knocks.
    appOrigin: "http://localhost:3000",
    ...clerkKeys,
  });

  project.provide("vendorOrigins", {
    clerk: clerk.origin,
    uploadthing: uploadthing.origin,
    together: together.origin,
    inngest: inngest.origin,
    lemonsqueezy: lemonsqueezy.origin,
  });
  project.provide("vendorEnv", {
    CLERK_SECRET_KEY: clerkKeys.secretKey,
    CLERK_API_URL: clerk.origin,
    RECEIPT_SIGNING_KEY: makeReceiptKey(),
    CLERK_WEBHOOK_SIGNING_SECRET: `whsec_${randomBytes(24).toString("base64")}`,
    NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: clerkKeys.publishableKey,
    UPLOADTHING_TOKEN: writeToken({ apiKey, appId }),
    UPLOADTHING_INGEST_URL: uploadthing.origin,
    UPLOADTHING_API_URL: uploadthing.origin,
    UPLOADTHING_UFS_HOST: new URL(uploadthing.origin).host,
    UPLOADTHING_UFS_APP_ID_LOCATION: "path",
    TOGETHER_API_KEY: togetherKey,
    TOGETHER_BASE_URL: `${together.origin}/v1`,
    TOGETHER_TRAINER_DEPLOYMENT: "likeness-trainer",
    TOGETHER_CHAT_MODEL: chatModels[0].id,
    INNGEST_DEV: inngest.origin,
    LOCAL_LEMONSQUEEZY_PORT: new URL(lemonsqueezy.origin).port,
    LEMONSQUEEZY_API_KEY: lemonsqueezyKeys.apiKey,
    LEMONSQUEEZY_STORE_ID: String(store.id),
    LEMONSQUEEZY_WEBHOOK_SECRET: lemonsqueezyKeys.webhookSecret,
    LEMONSQUEEZY_VARIANT_CREATOR: String(offers.creator.variantId),
    LEMONSQUEEZY_VARIANT_PRO: String(offers.pro.variantId),
    LEMONSQUEEZY_VARIANT_ENTERPRISE: String(offers.enterprise.variantId),
  });

  return async () => {
    await Promise.all([
      uploadthing.close(),
      together.close(),
      inngest.close(),
      lemonsqueezy.close(),
      clerk.close(),
    ]);
    await fs.rm(folder, { recursive: true, force: true });
  };
}
