import { env } from "~/env";

/** A vendor that the product cannot do all of its work without, and where it answers. */
export interface VendorPart {
  name: "storage" | "together" | "inngest" | "clerk" | "seller";
  address: string;
}

/** The vendors as they are set up here. Nothing is sold without a seller's key: then there is no such part. */
export function listVendorParts(): VendorPart[] {
  return [
    { name: "storage", address: env.UPLOADTHING_API_URL ?? "https://api.uploadthing.com" },
    { name: "together", address: env.TOGETHER_BASE_URL ?? "https://api.together.xyz/v1" },
    { name: "inngest", address: findInngest() },
    { name: "clerk", address: env.CLERK_API_URL ?? "https://api.clerk.com" },
    ...(env.LEMONSQUEEZY_API_KEY
      ? [{ name: "seller" as const, address: "https://api.lemonsqueezy.com/v1" }]
      : []),
  ];
}

/** As the SDK finds it (4.24.0): the dev server, an address of one's own, or the cloud. */
function findInngest(): string {
  const dev = env.INNGEST_DEV;
  if (dev === "1") return "http://localhost:8288";
  if (dev !== undefined && dev !== "0") return dev;
  return env.INNGEST_BASE_URL ?? "https://inn.gs";
}
