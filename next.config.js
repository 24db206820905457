import { createJiti } from "jiti";

const jiti = createJiti(import.meta.url);
// A wrong or missing variable stops the build and the start, with its name, before anything is served.
await jiti.import("./src/env.ts");

/** @type {typeof import("./src/catalog/fixed-headers")} */
const { fixedHeaders, policyOfFiles } = await jiti.import("./src/catalog/fixed-headers.ts");
/** @type {typeof import("./src/policy/content-policy")} */
const { policyOfDoors } = await jiti.import("./src/policy/content-policy.ts");

/** What src/proxy.ts leaves out by its name, but scripts: a worker's script hands its policy to the worker. */
const files = "((?!_next/).*\\.(?:html?|jpe?g|webp|png|gif|svg|ico|csv|docx?|xlsx?|zip|webmanifest))";

/** @type {import("next").NextConfig} */
export default {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Pages for who works on it, as /ui: the production build does not see them.
  pageExtensions: process.env.NODE_ENV === "development" ? ["dev.tsx", "tsx", "ts"] : ["tsx", "ts"],
  // It would ask the npm registry for advisories at every start of `next dev`.
  experimental: { agentUpgrade: false },
  // Native or worker-loading packages that must be required from node_modules, not bundled.
  serverExternalPackages: ["sharp", "libheif-js", "yazl"],
  headers: () => [
    { source: "/:path*", headers: Object.entries(fixedHeaders).map(([key, value]) => ({ key, value })) },
    { source: "/_next/:path*", headers: [{ key: "content-security-policy", value: policyOfFiles }] },
    { source: `/:file${files}`, headers: [{ key: "content-security-policy", value: policyOfDoors }] },
  ],
  typescript: { ignoreBuildErrors: true }, // `npm run check` types the whole repository once
};
