// What is rendered may run at the edge: nothing it loads, at any distance, is for Node alone. Types load nothing, so they do not count here.
const nodeModules =
  "^(fs|fs/promises|path|os|stream|stream/promises|child_process|net|tls|http|https|worker_threads|crypto|zlib)$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "rendered-code-is-not-node-only",
      severity: "error",
      from: {
        path: "^src/(app|components|trpc|proxy)",
        pathNot:
          "^src/app/api/(export|inngest|uploadthing|webhooks|zip|share-cards|live|prompt-help)/|\\.test\\.tsx?$",
      },
      to: {
        reachable: true,
        path: `node_modules/(sharp|libheif-js|yazl|uploadthing/server)/|^kysely/shared\\.ts$|${nodeModules}`,
      },
    },
  ],
  options: { ...require("./.dependency-cruiser.cjs").options, tsPreCompilationDeps: false },
};
