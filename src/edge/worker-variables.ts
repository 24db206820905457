/**
 * The product's variables that the worker is given: it renders pages, answers procedures, signs addresses of files, sells and
 * sends events. `NEXT_PUBLIC_…` are built in; these too, because the server's parser asks for them.
 */
export const workerVariables: readonly string[] = [
  ...["NODE_ENV", "ALLOW_LOOPBACK", "DATABASE_URL", "NEON_LOCAL_PROXY"],
  ...["CLERK_SECRET_KEY", "CLERK_JWT_KEY", "CLERK_API_URL", "CLERK_FAPI_URL"],
  ...["NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY", "NEXT_PUBLIC_CLERK_PROXY_URL"],
  ...["NEXT_PUBLIC_CLERK_SIGN_IN_URL", "NEXT_PUBLIC_CLERK_SIGN_UP_URL"],
  ...["UPLOADTHING_TOKEN", "UPLOADTHING_API_URL", "UPLOADTHING_INGEST_URL"],
  ...["UPLOADTHING_UFS_HOST", "UPLOADTHING_UFS_APP_ID_LOCATION"],
  // Whether they are set decides what is offered; they are names and no keys.
  ...["TOGETHER_TRAINER_DEPLOYMENT", "TOGETHER_CHAT_MODEL"],
  ...["LEMONSQUEEZY_API_KEY", "LEMONSQUEEZY_STORE_ID"],
  ...["LEMONSQUEEZY_VARIANT_CREATOR", "LEMONSQUEEZY_VARIANT_PRO", "LEMONSQUEEZY_VARIANT_ENTERPRISE"],
  // It checks receipts, and derives the public key from the private one.
  ...["RECEIPT_SIGNING_KEY", "RECEIPT_FORMER_KEYS"],
  ...["INNGEST_EVENT_KEY", "INNGEST_BASE_URL", "INNGEST_DEV"],
];

/** What it never has: vendors' calls are checked, pictures made and surprises told on the Node host, and nobody migrates there. */
export const nodeVariables: readonly string[] = [
  ...["MIGRATION_DATABASE_URL", "CLERK_WEBHOOK_SIGNING_SECRET", "UPLOADTHING_CALLBACK_URL"],
  ...["TOGETHER_API_KEY", "TOGETHER_BASE_URL", "LEMONSQUEEZY_WEBHOOK_SECRET", "INNGEST_SIGNING_KEY"],
  ...["OTEL_EXPORTER_OTLP_ENDPOINT", "SENTRY_DSN", "POSTHOG_KEY", "POSTHOG_HOST"],
];
