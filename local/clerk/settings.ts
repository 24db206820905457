import { createHash } from "node:crypto";

export interface ClerkOptions {
  /** 0 takes any free port. */
  port: number;
  /** Where users, sessions, the signing key and profile pictures are kept. */
  dir: string;
  /** `pk_live_…`; the host inside it becomes the tokens' issuer. */
  publishableKey: string;
  secretKey: string;
  /** Where the app is, `http://localhost:3000`: picture addresses in the backend API and in webhooks begin with it. */
  appOrigin: string;
  /** The app's path that is proxied here; `/__clerk` when left out. */
  proxyPath?: string;
  /** Where user events go; none are sent when left out. */
  webhook?: { url: string; secret: string };
  /** Milliseconds between a failed delivery and the next; one try more than its length. */
  webhookRetryMs?: readonly number[];
  /** How long a session token lasts; 60, as at Clerk, when left out. */
  tokenSeconds?: number;
  /** Whether every new address wants a code; without it only those that contain "+verify" do. */
  verifyEmail?: boolean;
  /** Told one line per notable thing. */
  log?: (line: string) => void;
}

export type Settings = Required<Omit<ClerkOptions, "webhook" | "port" | "dir">> & {
  webhook: { url: string; secret: string } | undefined;
  /** `https://clerk.local.test`. */
  issuer: string;
  /** Ends the names of the cookies that belong to this instance alone: `__session_4qziOR6R`. */
  cookieSuffix: string;
};

/**
 * Fills in what was left out of the options.
 *
 * @throws Error when the publishable key is not that of a production instance: the other kind keeps its state in
 * query parameters and is not played here.
 */
export function settingsFrom(options: ClerkOptions): Settings {
  const { publishableKey } = options;
  const host = /^pk_live_(.+)$/.exec(publishableKey)?.[1];
  const frontendApi = host && Buffer.from(host, "base64").toString();
  if (!frontendApi?.endsWith("$")) {
    throw new Error(
      `The local Clerk wants pk_live_ and a host that ends in $ in base64, not ${publishableKey}.`,
    );
  }
  return {
    publishableKey,
    secretKey: options.secretKey,
    appOrigin: options.appOrigin,
    proxyPath: options.proxyPath ?? "/__clerk",
    webhook: options.webhook,
    // Svix waits 5 s, 5 min, 30 min… (docs.svix.com/retries, read 2026-11-22): shortened to what a developer waits.
    webhookRetryMs: options.webhookRetryMs ?? [1_000, 5_000, 30_000, 120_000],
    tokenSeconds: options.tokenSeconds ?? 60,
    verifyEmail: options.verifyEmail ?? false,
    log: options.log ?? (() => undefined),
    issuer: `https://${frontendApi.slice(0, -1)}`,
    cookieSuffix: createHash("sha1").update(publishableKey).digest("base64url").slice(0, 8),
  };
}
