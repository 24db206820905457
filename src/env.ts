import { createEnv } from "@t3-oss/env-nextjs";
import * as z from "zod";

const url = z.url({ protocol: /^https?$/ });

/** Cloudflare's runtime says so of itself (developers.cloudflare.com/workers/runtime-apis/web-standards, "navigator.userAgent"). */
const isWorker = typeof navigator !== "undefined" && navigator.userAgent === "Cloudflare-Workers";

/** What the worker is not given (src/edge/worker-variables.ts). */
function onNode<Schema extends z.ZodType>(schema: Schema): Schema {
  // Nothing that the worker answers reads it: src/edge/routes.ts leads that to the Node host.
  return isWorker ? (schema.optional() as unknown as Schema) : schema;
}

/** They may stand beside the server in production, and what they are told then never leaves the machine. */
const collectors = new Set(["OTEL_EXPORTER_OTLP_ENDPOINT", "SENTRY_DSN", "POSTHOG_HOST"]);

/** Variables that are an address as they stand. */
const plainAddresses = [
  ...(["DATABASE_URL", "MIGRATION_DATABASE_URL", "CLERK_API_URL", "CLERK_FAPI_URL"] as const),
  ...(["UPLOADTHING_INGEST_URL", "UPLOADTHING_API_URL", "UPLOADTHING_CALLBACK_URL"] as const),
  ...(["TOGETHER_BASE_URL", "INNGEST_BASE_URL"] as const),
  ...(["OTEL_EXPORTER_OTLP_ENDPOINT", "SENTRY_DSN", "POSTHOG_HOST"] as const),
];

/** Every variable the product reads, parsed once. README.md explains each. */
export const env = createEnv({
  server: {
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    /** "1" lets a production build talk to loopback: set by `npm run preview` and nowhere else. */
    ALLOW_LOOPBACK: z.literal("1").optional(),

    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    /** The owner of the schema, for kysely/migrate.ts alone; then DATABASE_URL may be a role that changes no schema. */
    MIGRATION_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    /** host:port of a local front that speaks Neon's protocols; unset for Neon itself. */
    NEON_LOCAL_PROXY: z
      .string()
      .regex(/^[\w.-]+:\d+$/)
      .optional(),

    CLERK_SECRET_KEY: z.string().startsWith("sk_"),
    CLERK_WEBHOOK_SIGNING_SECRET: onNode(z.string().startsWith("whsec_")),
    CLERK_JWT_KEY: z.string().includes("PUBLIC KEY").optional(),
    CLERK_API_URL: url.optional(),
    CLERK_FAPI_URL: url.optional(),

    UPLOADTHING_TOKEN: z.string().min(1),
    UPLOADTHING_INGEST_URL: url.optional(),
    UPLOADTHING_API_URL: url.optional(),
    UPLOADTHING_UFS_HOST: z.string().min(1).optional(),
    UPLOADTHING_UFS_APP_ID_LOCATION: z.enum(["subdomain", "path"]).optional(),
    UPLOADTHING_CALLBACK_URL: url.optional(),

    TOGETHER_API_KEY: onNode(z.string().min(1)),
    TOGETHER_BASE_URL: url.optional(),
    /** The Dedicated Container that trains LoRAs; without it only Instant models are offered. */
    TOGETHER_TRAINER_DEPLOYMENT: z.string().min(1).optional(),
    /** The chat model that helps with prompts; without it no help is offered. */
    TOGETHER_CHAT_MODEL: z.string().min(1).optional(),

    /** Without these three nothing is sold; a plan without its variant is not for sale. */
    LEMONSQUEEZY_API_KEY: z.string().min(1).optional(),
    LEMONSQUEEZY_STORE_ID: z.string().regex(/^\d+$/).optional(),
    LEMONSQUEEZY_WEBHOOK_SECRET: z.string().min(6).max(40).optional(),
    LEMONSQUEEZY_VARIANT_CREATOR: z.string().regex(/^\d+$/).optional(),
    LEMONSQUEEZY_VARIANT_PRO: z.string().regex(/^\d+$/).optional(),
    LEMONSQUEEZY_VARIANT_ENTERPRISE: z.string().regex(/^\d+$/).optional(),

    /** Signs erasure receipts: an Ed25519 private key, PKCS #8 in DER, base64. */
    RECEIPT_SIGNING_KEY: z.base64().length(64),
    /** Public keys that signed before: raw, hex, separated by commas. Their receipts stay good. */
    RECEIPT_FORMER_KEYS: z
      .string()
      .regex(/^[0-9a-f]{64}(,[0-9a-f]{64})*$/)
      .optional(),

    /** Where traces and metrics go, over OTLP/HTTP; without it none are made. */
    OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),

    /** Surprises of the server go there: `https://KEY@HOST/PROJECT`. */
    SENTRY_DSN: url.optional(),
    /** A handful of product events go there. */
    POSTHOG_KEY: z.string().min(1).optional(),
    POSTHOG_HOST: url.default("https://eu.i.posthog.com"),

    INNGEST_DEV: z.union([z.enum(["0", "1"]), url]).optional(),
    INNGEST_BASE_URL: url.optional(),
    INNGEST_EVENT_KEY: z.string().min(1).optional(),
    INNGEST_SIGNING_KEY: z.string().min(1).optional(),
  },
  client: {
    NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: z.string().startsWith("pk_"),
    NEXT_PUBLIC_CLERK_PROXY_URL: z.string().min(1).optional(),
    NEXT_PUBLIC_CLERK_SIGN_IN_URL: z.string().default("/sign-in"),
    NEXT_PUBLIC_CLERK_SIGN_UP_URL: z.string().default("/sign-up"),
  },
  experimental__runtimeEnv: {
    NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: process.env["NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY"],
    NEXT_PUBLIC_CLERK_PROXY_URL: process.env["NEXT_PUBLIC_CLERK_PROXY_URL"],
    NEXT_PUBLIC_CLERK_SIGN_IN_URL: process.env["NEXT_PUBLIC_CLERK_SIGN_IN_URL"],
    NEXT_PUBLIC_CLERK_SIGN_UP_URL: process.env["NEXT_PUBLIC_CLERK_SIGN_UP_URL"],
  },
  emptyStringAsUndefined: true,
  // Route types are generated where nothing is configured; nothing is served then.
  skipValidation: process.env["SKIP_ENV_VALIDATION"] === "1",
});

refuseUnsafeInProduction();
refuseHalfASeller();

/**
 * Stops a production server that would lose people's photos quietly to a laptop's stand-ins, send anything over the network
 * unencrypted, or take a webhook's signature that can be guessed. A preview may have all of it, on this machine.
 */
function refuseUnsafeInProduction(): void {
  if (typeof window !== "undefined" || env.NODE_ENV !== "production") return;
  const addresses = listAddresses().filter(([, address]) => address !== undefined);
  const isHere = ([, address]: (typeof addresses)[number]) => isLoopback(new URL(address ?? "").hostname);
  const open = addresses.filter((named) => /^http:/.test(named[1] ?? "") && !isHere(named));
  if (open.length > 0) {
    throw new Error(
      `${namesOf(open)} would be spoken to unencrypted. Set an address that begins with https.`,
    );
  }
  if (env.ALLOW_LOOPBACK === "1") return;

  if (env.INNGEST_DEV !== undefined && env.INNGEST_DEV !== "0") {
    throw new Error("INNGEST_DEV lets anybody call the functions. Unset it in production, or set it to 0.");
  }
  const local = addresses.filter((named) => isHere(named) && !collectors.has(named[0]));
  if (local.length > 0) {
    throw new Error(
      `${namesOf(local)} point at this machine. Set the real vendor's address, or ALLOW_LOOPBACK=1 for a preview.`,
    );
  }
  // The seller takes 6 to 40 characters; 32 hexadecimal ones are 128 bits.
  if ((env.LEMONSQUEEZY_WEBHOOK_SECRET?.length ?? 40) < 32) {
    throw new Error("LEMONSQUEEZY_WEBHOOK_SECRET can be guessed. Take 40 random characters, there and here.");
  }
}

/** Whatever the server speaks to at an address that a variable names. */
function listAddresses(): (readonly [string, string | undefined])[] {
  const { NEON_LOCAL_PROXY: front, UPLOADTHING_UFS_HOST: files } = env;
  // Either may be something else than an address.
  const { INNGEST_DEV, NEXT_PUBLIC_CLERK_PROXY_URL } = env;
  const ifAddress = (value: string | undefined) => (value?.startsWith("http") ? value : undefined);
  return [
    ...plainAddresses.map((name) => [name, env[name]] as const),
    // Its front is spoken to unencrypted; Neon itself, named by DATABASE_URL, is not.
    ["NEON_LOCAL_PROXY", front && `http://${front}`],
    // As the SDK puts it (7.7.4): any name with "local" in it is spoken to unencrypted.
    ["UPLOADTHING_UFS_HOST", files && `http${/local/.test(files) ? "" : "s"}://${files}`],
    ["INNGEST_DEV", ifAddress(INNGEST_DEV)],
    ["NEXT_PUBLIC_CLERK_PROXY_URL", ifAddress(NEXT_PUBLIC_CLERK_PROXY_URL)],
  ];
}

function namesOf(addresses: readonly (readonly [string, unknown])[]): string {
  return addresses.map(([name]) => name).join(", ");
}

/** A seller without its webhook's secret would take money and grant nothing. */
function refuseHalfASeller(): void {
  if (typeof window !== "undefined" || isWorker || process.env["SKIP_ENV_VALIDATION"] === "1") return;
  const { LEMONSQUEEZY_API_KEY, LEMONSQUEEZY_STORE_ID, LEMONSQUEEZY_WEBHOOK_SECRET } = env;
  const needed = Object.entries({ LEMONSQUEEZY_API_KEY, LEMONSQUEEZY_STORE_ID, LEMONSQUEEZY_WEBHOOK_SECRET });
  const missing = needed.filter(([, value]) => value === undefined).map(([name]) => name);
  if (missing.length === 0 || missing.length === needed.length) return;
  throw new Error(`To sell plans set ${missing.join(" and ")} too, or none of them to sell nothing.`);
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    /^127(\.\d+){3}$/.test(hostname) ||
    hostname === "[::1]"
  );
}
