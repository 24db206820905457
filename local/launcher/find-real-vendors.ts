import { isLoopbackHost } from "~/local/preload/is-allowed-host.mjs";

/** The vendors that can be real or played. Postgres goes with neon: one database, two doors. */
export const vendorNames = ["neon", "clerk", "uploadthing", "together", "inngest", "lemonsqueezy"] as const;
export type VendorName = (typeof vendorNames)[number];

export type Variables = Readonly<Record<string, string | undefined>>;

interface VendorVariables {
  /** Any one of these, non-empty, makes the vendor real. */
  chosenBy: readonly string[];
  /** What must be set beside them. */
  needs: readonly string[];
  /** Its other variables: they pass through to a real vendor, and are emptied for a played one. */
  others: readonly string[];
  /** The vendor's own hosts, which the preload must let through. */
  hosts: readonly string[];
}

export const vendorVariables: Readonly<Record<VendorName, VendorVariables>> = {
  neon: {
    chosenBy: ["DATABASE_URL"],
    needs: [],
    others: ["NEON_LOCAL_PROXY", "MIGRATION_DATABASE_URL"],
    hosts: [],
  },
  clerk: {
    chosenBy: ["CLERK_SECRET_KEY"],
    needs: ["NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY"],
    others: [
      "CLERK_WEBHOOK_SIGNING_SECRET",
      "CLERK_JWT_KEY",
      "CLERK_API_URL",
      "CLERK_FAPI_URL",
      "NEXT_PUBLIC_CLERK_PROXY_URL",
    ],
    hosts: ["api.clerk.com", "img.clerk.com"],
  },
  uploadthing: {
    chosenBy: ["UPLOADTHING_TOKEN"],
    needs: [],
    others: [
      "UPLOADTHING_INGEST_URL",
      "UPLOADTHING_API_URL",
      "UPLOADTHING_UFS_HOST",
      "UPLOADTHING_UFS_APP_ID_LOCATION",
      "UPLOADTHING_CALLBACK_URL",
    ],
    hosts: ["*.uploadthing.com", "*.ufs.sh", "utfs.io"],
  },
  together: {
    chosenBy: ["TOGETHER_API_KEY"],
    needs: [],
    others: ["TOGETHER_BASE_URL", "TOGETHER_TRAINER_DEPLOYMENT", "TOGETHER_CHAT_MODEL"],
    hosts: ["*.together.ai", "*.together.xyz"],
  },
  inngest: {
    chosenBy: ["INNGEST_DEV", "INNGEST_EVENT_KEY"],
    needs: [],
    others: ["INNGEST_BASE_URL", "INNGEST_SIGNING_KEY"],
    hosts: ["*.inngest.com", "inn.gs"],
  },
  lemonsqueezy: {
    chosenBy: ["LEMONSQUEEZY_API_KEY"],
    needs: [
      "LEMONSQUEEZY_STORE_ID",
      "LEMONSQUEEZY_WEBHOOK_SECRET",
      "LEMONSQUEEZY_VARIANT_CREATOR",
      "LEMONSQUEEZY_VARIANT_PRO",
      "LEMONSQUEEZY_VARIANT_ENTERPRISE",
    ],
    others: [],
    hosts: ["api.lemonsqueezy.com"],
  },
};

/**
 * The vendors whose keys the user has set: they are not played.
 *
 * @throws Error naming the variable that is missing beside a key.
 */
export function findRealVendors(own: Variables): Set<VendorName> {
  const real = vendorNames.filter((name) => vendorVariables[name].chosenBy.some((variable) => own[variable]));

  for (const name of real) {
    const { chosenBy, needs } = vendorVariables[name];
    const missing = needs.filter((variable) => !own[variable]);
    if (missing.length > 0) {
      throw new Error(
        `${chosenBy.join(", ")} is set, so ${name} is real: set ${missing.join(", ")} too, or neither.`,
      );
    }
  }
  return new Set(real);
}

/** The hosts the preload must let through for these real vendors, as LOCAL_ALLOW_HOSTS wants them. */
export function listAllowedHosts(real: ReadonlySet<VendorName>, own: Variables): string[] {
  const hosts = [...real].flatMap((name) => {
    const { chosenBy, others, hosts: fixed } = vendorVariables[name];
    const isHere = chosenBy.flatMap((variable) => hostOf(own[variable])).some(isLoopbackHost);
    return [
      ...(isHere ? [] : fixed),
      ...[...chosenBy, ...others].flatMap((variable) => hostOf(own[variable])),
    ];
  });
  if (real.has("neon")) hosts.push(...neonHttpHosts(hostOf(own["DATABASE_URL"])));
  if (real.has("clerk")) hosts.push(...frontendHosts(own["NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY"]));
  const asked = (own["LOCAL_ALLOW_HOSTS"] ?? "").split(",").filter((host) => host !== "");
  return [...new Set([...asked, ...hosts])].filter((host) => !isLoopbackHost(host));
}

function hostOf(value: string | undefined): string[] {
  return value && URL.canParse(value) ? [new URL(value).hostname].filter((host) => host !== "") : [];
}

/** Neon's HTTP endpoint is `api.` in place of the first label (@neondatabase/serverless 1.2.0, `fetchEndpoint`). */
function neonHttpHosts(hosts: string[]): string[] {
  return hosts.map((host) => host.replace(/^[^.]+\./, "api."));
}

/** A publishable key holds its Frontend API's host: `pk_test_` + base64("host$"). */
function frontendHosts(key: string | undefined): string[] {
  const host = Buffer.from(key?.split("_")[2] ?? "", "base64").toString();
  return host.endsWith("$") ? [host.slice(0, -1)] : [];
}

/** The user's variables with every vendor's key emptied, so that all of them are played. */
export function withoutVendorKeys(own: Variables): Variables {
  const vendors = vendorNames.flatMap((name) => {
    const { chosenBy, needs, others } = vendorVariables[name];
    return [...chosenBy, ...needs, ...others];
  });
  const set = [...vendors, "LOCAL_ALLOW_HOSTS"].filter((variable) => own[variable] !== undefined);
  return { ...own, ...Object.fromEntries(set.map((variable) => [variable, ""])) };
}
