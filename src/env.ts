import { createEnv } from "@t3-oss/env-nextjs";
import * as z from "zod";

const url = z.url();

/** Every variable the product reads, parsed once. README.md explains each. */
export const env = createEnv({
  server: {
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    /** "1" lets a production build talk to loopback: set by `npm run preview` and nowhere else. */
    ALLOW_LOOPBACK: z.literal("1").optional(),

    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    /** host:port of a local front that speaks Neon's protocols; unset for Neon itself. */
    NEON_LOCAL_PROXY: z
      .string()
      .regex(/^[\w.-]+:\d+$/)
      .optional(),

    CLERK_SECRET_KEY: z.string().startsWith("sk_"),
    CLERK_WEBHOOK_SIGNING_SECRET: z.string().startsWith("whsec_"),
    CLERK_JWT_KEY: z.string().includes("PUBLIC KEY").optional(),
    CLERK_API_URL: url.optional(),
    CLERK_FAPI_URL: url.optional(),

    UPLOADTHING_TOKEN: z.string().min(1),
    UPLOADTHING_INGEST_URL: url.optional(),
    UPLOADTHING_API_URL: url.optional(),
    UPLOADTHING_UFS_HOST: z.string().min(1).optional(),
    UPLOADTHING_UFS_APP_ID_LOCATION: z.enum(["subdomain", "path"]).optional(),
    UPLOADTHING_CALLBACK_URL: url.optional(),

    TOGETHER_API_KEY: z.string().min(1),
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

refuseLoopbackInProduction();
refuseHalfASeller();

/** A production server that still points at a laptop's stand-ins would lose people's photos quietly: stop instead. */
function refuseLoopbackInProduction(): void {
  if (typeof window !== "undefined" || env.NODE_ENV !== "production" || env.ALLOW_LOOPBACK === "1") return;

  if (env.INNGEST_DEV !== undefined && env.INNGEST_DEV !== "0") {
    throw new Error("INNGEST_DEV lets anybody call the functions. Unset it in production, or set it to 0.");
  }
  const addresses = {
    DATABASE_URL: env.DATABASE_URL,
    NEON_LOCAL_PROXY: env.NEON_LOCAL_PROXY && `http://${env.NEON_LOCAL_PROXY}`,
    CLERK_API_URL: env.CLERK_API_URL,
    CLERK_FAPI_URL: env.CLERK_FAPI_URL,
    UPLOADTHING_INGEST_URL: env.UPLOADTHING_INGEST_URL,
    UPLOADTHING_API_URL: env.UPLOADTHING_API_URL,
    UPLOADTHING_UFS_HOST: env.UPLOADTHING_UFS_HOST && `http://${env.UPLOADTHING_UFS_HOST}`,
    TOGETHER_BASE_URL: env.TOGETHER_BASE_URL,
    INNGEST_BASE_URL: env.INNGEST_BASE_URL,
  };
  const local = Object.entries(addresses).filter(
    ([, address]) => address && isLoopback(new URL(address).hostname),
  );
  if (local.length === 0) return;

  const names = local.map(([name]) => name).join(", ");
  throw new Error(
    `${names} point at this machine. Set the real vendor's address, or ALLOW_LOOPBACK=1 for a preview.`,
  );
}

/** A seller without its webhook's secret would take money and grant nothing. */
function refuseHalfASeller(): void {
  if (typeof window !== "undefined" || process.env["SKIP_ENV_VALIDATION"] === "1") return;
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
