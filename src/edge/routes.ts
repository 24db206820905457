const KIB = 1024;
const MIB = 1024 * KIB;

/** Who answers a path, in front of one origin, and how large a request's body may be. */
export interface Route {
  /** The path itself, or everything below it when it ends in a slash. */
  path: string;
  /** `edge`: rendered in the worker. `node`: passed on to the Node host. */
  side: "edge" | "node";
  maxBodyBytes: number;
  /** How long the Node host may take; without it, as long as it wants. */
  timeoutMs?: number;
}

/**
 * The first that matches decides. This is the production table: the worker reads it, and so does nothing else.
 *
 * On Node is what decodes pictures (the uploads' callback leads there), what runs for minutes, and what vendors call.
 */
export const routes: readonly Route[] = [
  // Inngest keeps a run's steps in the body, up to 4 MiB (its docs, "Usage limits", read 2026-11-22); a step may last minutes.
  { path: "/api/inngest", side: "node", maxBodyBytes: 5 * MIB },
  { path: "/api/uploadthing", side: "node", maxBodyBytes: MIB, timeoutMs: 30_000 },
  // A stream of minutes, for which one process looks once for all that are connected to it.
  { path: "/api/live", side: "node", maxBodyBytes: KIB },
  { path: "/api/webhooks/", side: "node", maxBodyBytes: MIB, timeoutMs: 30_000 },
  // Both read pictures whole: a ZIP for as long as its reader takes, a preview to draw it.
  { path: "/api/zip/", side: "node", maxBodyBytes: KIB },
  { path: "/api/share-cards/", side: "node", maxBodyBytes: KIB, timeoutMs: 30_000 },
  // Asks a chat model, whose SDK is not in the worker.
  { path: "/api/prompt-help", side: "node", maxBodyBytes: 16 * KIB, timeoutMs: 5_000 },
  // A ZIP of everything, streamed as long as it takes.
  { path: "/api/export", side: "node", maxBodyBytes: KIB },
  // Asks every vendor, for whoever watches over the Node host.
  { path: "/api/health", side: "node", maxBodyBytes: KIB, timeoutMs: 10_000 },
  // A receipt names every file.
  { path: "/api/receipts", side: "edge", maxBodyBytes: 4 * MIB },
  // A profile picture goes through to Clerk, which takes 10 MB.
  { path: "/__clerk/", side: "edge", maxBodyBytes: 11 * MIB },
  { path: "/api/", side: "edge", maxBodyBytes: 256 * KIB },
  { path: "/", side: "edge", maxBodyBytes: 64 * KIB },
];

/** Pages that are built ahead and the same for everybody. */
export const publicPages: ReadonlySet<string> = new Set(["/", "/pricing", "/your-data"]);

/** The route of a path. */
export function findRoute(pathname: string): Route {
  const route = routes.find(({ path }) =>
    path.endsWith("/") ? pathname.startsWith(path) : pathname === path || pathname.startsWith(`${path}/`),
  );
  if (!route) throw new Error(`No route for ${pathname}.`);
  return route;
}
