import { defineCloudflareConfig } from "@opennextjs/cloudflare";
import staticAssets from "@opennextjs/cloudflare/overrides/incremental-cache/static-assets-incremental-cache";

export default defineCloudflareConfig({
  // What is built ahead changes only with a deployment, so it is served out of the deployment's own assets.
  incrementalCache: staticAssets,
  // The landing page then comes out of them without starting Next.
  enableCacheInterception: true,
});
