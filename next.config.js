import { createJiti } from "jiti";

// A wrong or missing variable stops the build and the start, with its name, before anything is served.
await createJiti(import.meta.url).import("./src/env.ts");

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
  typescript: { ignoreBuildErrors: true }, // `npm run check` types the whole repository once
};
