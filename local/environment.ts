import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  findRealVendors,
  listAllowedHosts,
  vendorNames,
  vendorVariables,
} from "./launcher/find-real-vendors";
import type { Variables, VendorName } from "./launcher/find-real-vendors";
import type { Secrets } from "./launcher/read-secrets";
import { offers, store } from "./lemonsqueezy/catalog";
import { portsFrom } from "./ports";
import type { Ports } from "./ports";
import { isLoopbackHost } from "./preload/is-allowed-host.mjs";
import { chatModels } from "./together/chat-models";
import { writeToken } from "./uploadthing/token";

export type Mode = "dev" | "preview";

/** One local set: the app and the vendors it is given, on ports of their own, with their state in one folder. */
export interface LocalSet {
  mode: Mode;
  ports: Ports;
  /** Absolute path of the folder that holds all state. */
  home: string;
  /** The vendors the user has keys for; the others are played. */
  real: ReadonlySet<VendorName>;
  /** Ours, the user's own Postgres on this machine (behind our Neon front), or Neon itself. */
  database: "played" | "own" | "neon";
  /** What every process of the set gets on top of the user's own variables. */
  env: SetVariables;
}

/** Next's types want NODE_ENV in every environment. */
type SetVariables = Record<string, string> & { NODE_ENV: "development" | "production" };

export interface SetChoice {
  mode: Mode;
  /** The app's port; the parts follow it. */
  port: number;
  home: string;
  secrets: Secrets;
  /** The user's variables, from the shell and the .env files. */
  own: Variables;
}

/**
 * Works out who is real and who is played, and the variables that join them.
 *
 * @throws Error when the port is out of range or a real vendor's variables are incomplete.
 */
export function describeSet({ mode, port, home, secrets, own }: SetChoice): LocalSet {
  const ports = portsFrom(port);
  const real = findRealVendors(own);
  const played = vendorNames.filter((name) => !real.has(name));
  const database = !real.has("neon") ? "played" : needsFront(own) ? "own" : "neon";

  const env = {
    ...sharedVariables(mode, home, own),
    ...(own["RECEIPT_SIGNING_KEY"] ? {} : { RECEIPT_SIGNING_KEY: secrets.receiptSigningKey }),
    ...Object.fromEntries(
      played.flatMap((name) =>
        Object.entries({ ...emptiedVariables(name, own), ...playedVariables[name](ports, secrets) }),
      ),
    ),
    ...(database === "own" ? frontVariables(ports) : {}),
    LOCAL_ALLOW_HOSTS: listAllowedHosts(real, own).join(","),
  };
  return { mode, ports, home, real, database, env };
}

/**
 * Whether DATABASE_URL is a Postgres on this machine, which does not speak Neon's protocols by itself.
 *
 * @throws Error when it is neither that nor Neon's.
 */
function needsFront(own: Variables): boolean {
  if (own["NEON_LOCAL_PROXY"]) return false;
  const host = new URL(own["DATABASE_URL"] ?? "").hostname;
  if (isLoopbackHost(host)) return true;
  if (host.endsWith(".neon.tech")) return false;
  throw new Error(
    `DATABASE_URL leads to ${host}: it has to be a Neon database or a Postgres on this machine.`,
  );
}

function frontVariables(ports: Ports): Record<string, string> {
  return { LOCAL_NEON_PORT: String(ports.neon), NEON_LOCAL_PROXY: `localhost:${ports.neon}` };
}

const preload = pathToFileURL(join(import.meta.dirname, "preload/register.mjs")).href;

function sharedVariables(mode: Mode, home: string, own: Variables): SetVariables {
  return {
    LIKENESS_HOME: home,
    NODE_ENV: mode === "preview" ? "production" : "development",
    ...(mode === "preview" ? { ALLOW_LOOPBACK: "1" } : {}),
    NODE_OPTIONS: [own["NODE_OPTIONS"], `--import=${preload}`].filter(Boolean).join(" "),
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_PUBLIC_CLERK_TELEMETRY_DISABLED: "1",
    NEXT_PUBLIC_CLERK_KEYLESS_DISABLED: "1",
    NEXT_PUBLIC_CLERK_SIGN_IN_URL: "/sign-in",
    NEXT_PUBLIC_CLERK_SIGN_UP_URL: "/sign-up",
  };
}

/** A played vendor must not meet half of a real one's settings out of an .env file; an empty value wins over the file. */
function emptiedVariables(name: VendorName, own: Variables): Record<string, string> {
  const { chosenBy, needs, others } = vendorVariables[name];
  const set = [...chosenBy, ...needs, ...others].filter((variable) => own[variable] !== undefined);
  return Object.fromEntries(set.map((variable) => [variable, ""]));
}

const playedVariables: Record<VendorName, (ports: Ports, secrets: Secrets) => Record<string, string>> = {
  neon: (ports, { postgresPassword }) => ({
    LOCAL_POSTGRES_PORT: String(ports.postgres),
    LOCAL_POSTGRES_PASSWORD: postgresPassword,
    DATABASE_URL: `postgres://likeness:${postgresPassword}@localhost:${ports.postgres}/likeness`,
    ...frontVariables(ports),
  }),

  clerk: (ports, { clerkSecretKey, clerkWebhookSecret }) => ({
    LOCAL_CLERK_PORT: String(ports.clerk),
    LOCAL_CLERK_WEBHOOK_URL: `http://localhost:${ports.app}/api/webhooks/clerk`,
    // A live key, because a development one makes clerk-js keep its session in the URL; it holds "clerk.local.test$".
    NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: "pk_live_Y2xlcmsubG9jYWwudGVzdCQ=",
    NEXT_PUBLIC_CLERK_PROXY_URL: "/__clerk",
    CLERK_SECRET_KEY: clerkSecretKey,
    CLERK_WEBHOOK_SIGNING_SECRET: clerkWebhookSecret,
    CLERK_FAPI_URL: `http://localhost:${ports.clerk}`,
    CLERK_API_URL: `http://localhost:${ports.clerk}`,
  }),

  uploadthing: (ports, { uploadthingApiKey, uploadthingAppId }) => ({
    LOCAL_UPLOADTHING_PORT: String(ports.uploadthing),
    UPLOADTHING_TOKEN: writeToken({ apiKey: uploadthingApiKey, appId: uploadthingAppId }),
    UPLOADTHING_INGEST_URL: `http://localhost:${ports.uploadthing}`,
    UPLOADTHING_API_URL: `http://localhost:${ports.uploadthing}`,
    UPLOADTHING_UFS_HOST: `localhost:${ports.uploadthing}`,
    UPLOADTHING_UFS_APP_ID_LOCATION: "path",
    UPLOADTHING_CALLBACK_URL: `http://localhost:${ports.app}/api/uploadthing`,
    UPLOADTHING_LOG_FORMAT: "logFmt",
  }),

  together: (ports, { togetherApiKey }) => ({
    LOCAL_TOGETHER_PORT: String(ports.together),
    TOGETHER_API_KEY: togetherApiKey,
    TOGETHER_BASE_URL: `http://localhost:${ports.together}/v1`,
    TOGETHER_TRAINER_DEPLOYMENT: "likeness-trainer",
    TOGETHER_CHAT_MODEL: chatModels[0].id,
  }),

  inngest: (ports) => ({
    LOCAL_INNGEST_PORT: String(ports.inngest),
    LOCAL_INNGEST_APP_URL: `http://localhost:${ports.app}/api/inngest`,
    INNGEST_DEV: `http://localhost:${ports.inngest}`,
  }),

  lemonsqueezy: (ports, { lemonsqueezyApiKey, lemonsqueezyWebhookSecret }) => ({
    // The preload sends api.lemonsqueezy.com there: the SDK has no setting for it.
    LOCAL_LEMONSQUEEZY_PORT: String(ports.lemonsqueezy),
    LOCAL_LEMONSQUEEZY_WEBHOOK_URL: `http://localhost:${ports.app}/api/webhooks/lemonsqueezy`,
    LEMONSQUEEZY_API_KEY: lemonsqueezyApiKey,
    LEMONSQUEEZY_STORE_ID: String(store.id),
    LEMONSQUEEZY_WEBHOOK_SECRET: lemonsqueezyWebhookSecret,
    LEMONSQUEEZY_VARIANT_CREATOR: String(offers.creator.variantId),
    LEMONSQUEEZY_VARIANT_PRO: String(offers.pro.variantId),
    LEMONSQUEEZY_VARIANT_ENTERPRISE: String(offers.enterprise.variantId),
  }),
};
