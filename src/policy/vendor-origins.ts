import * as z from "zod";

import { env } from "~/env";

import type { VendorOrigins } from "./content-policy";

const Token = z.object({ appId: z.string().regex(/^[\w-]+$/) });

/** Where the browser goes beside us: read from the variables that say where each vendor is. */
export function findVendorOrigins(): VendorOrigins {
  const clerk = findClerk();
  return {
    // Clerk's profile pictures.
    images: [findStorage(), ...(clerk === undefined ? [] : ["https://img.clerk.com"])],
    calls: [
      env.UPLOADTHING_INGEST_URL
        ? new URL(env.UPLOADTHING_INGEST_URL).origin
        : "https://*.ingest.uploadthing.com",
      ...(clerk === undefined ? [] : [clerk]),
    ],
    // Clerk's check for robots (its docs, "CSP headers", read 2026-11-23).
    frames: clerk === undefined ? [] : ["https://challenges.cloudflare.com"],
  };
}

/** Private pictures come by redirect from here: of this app alone, where each app has a host of its own. */
function findStorage(): string {
  const host = env.UPLOADTHING_UFS_HOST ?? "ufs.sh";
  const protocol = host.includes("local") ? "http" : "https"; // the SDK's own rule (7.7.4)
  if (env.UPLOADTHING_UFS_APP_ID_LOCATION === "path") return `${protocol}://${host}`;
  const { appId } = Token.parse(JSON.parse(atob(env.UPLOADTHING_TOKEN)));
  return `${protocol}://${appId}.${host}`;
}

/** Clerk's own host, out of the publishable key; undefined where its calls go through ours. */
function findClerk(): string | undefined {
  const proxy = env.NEXT_PUBLIC_CLERK_PROXY_URL;
  if (proxy?.startsWith("/")) return undefined;
  if (proxy) return new URL(proxy).origin;
  const [, , encoded = ""] = env.NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY.split("_");
  return `https://${atob(encoded).replace(/\$$/, "")}`;
}
