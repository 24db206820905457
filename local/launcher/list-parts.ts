import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { LocalSet } from "~/local/environment";
import type { PartName, Ports } from "~/local/ports";
import type { Part } from "./keep-running";
import type { Command } from "./spawn-process";

const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** How a TypeScript file is run: by Node itself, so that its pid is the one we signal. */
export function tsCommand(file: string): Command {
  return [process.execPath, "--import", tsx, file];
}

/** How Next is run, for the same reason without npx. */
export function nextCommand(...args: string[]): Command {
  return [process.execPath, "node_modules/next/dist/bin/next", ...args];
}

/** The parts of a set. */
export interface Parts {
  /** Postgres with its Neon front, the front alone, or nothing. */
  database: Part | undefined;
  vendors: Part[];
  /** What serves the app: Next, and the edge in front of it when there is one. */
  apps: Part[];
  inngest: Part | undefined;
  /** The ports they take. */
  ports: PartName[];
}

/**
 * Lists what to start for a set.
 *
 * @param programs `inngestServer`: the real dev server's, where there is one; `edge`: whether workerd has the app's port
 */
export function listParts(
  { mode, ports, real, database }: LocalSet,
  { inngestServer, edge }: { inngestServer: string | undefined; edge: boolean },
): Parts {
  const origin = (port: number) => `http://localhost:${port}`;
  const vendor = (name: "clerk" | "uploadthing" | "together" | "inngest" | "lemonsqueezy"): Part => ({
    name,
    command: tsCommand(`local/${name}/main.ts`),
    origins: { [name]: origin(ports[name]) },
    probes: [`${origin(ports[name])}/__control`],
  });
  const app = origin(ports.app);
  const playedVendors = (["clerk", "uploadthing", "together", "lemonsqueezy"] as const).filter(
    (name) => !real.has(name),
  );
  const databasePorts = { played: ["postgres", "neon"], own: ["neon"], neon: [] } as const;

  return {
    database: databaseParts(ports)[database],
    vendors: playedVendors.map(vendor),
    apps: edge
      ? [nextPart("start", "node", ports.node), edgePart(ports)]
      : [nextPart(mode === "dev" ? "dev" : "start", "app", ports.app)],
    inngest: real.has("inngest")
      ? undefined
      : { ...vendor("inngest"), ...(inngestServer ? realInngest(inngestServer, ports.inngest, app) : {}) },
    ports: [
      "app",
      ...(edge ? ["node" as const] : []),
      ...databasePorts[database],
      ...playedVendors,
      ...(real.has("inngest") ? [] : ["inngest" as const]),
    ],
  };
}

function nextPart(how: "dev" | "start", name: "app" | "node", port: number): Part {
  const origin = `http://localhost:${port}`;
  return {
    name,
    // Never on every interface: the vendors behind it are for this machine only.
    command: nextCommand(how, "-p", String(port), "-H", "localhost"),
    origins: { [name]: origin },
    probes: [origin],
  };
}

function edgePart(ports: Ports): Part {
  const app = `http://localhost:${ports.app}`;
  const args = ["--port", String(ports.app), "--node", `http://localhost:${ports.node}`];
  return {
    name: "edge",
    command: [...tsCommand("local/edge/main.ts"), ...args],
    origins: { app },
    probes: [app],
  };
}

function databaseParts(ports: Ports): Record<LocalSet["database"], Part | undefined> {
  const neon = `http://localhost:${ports.neon}`;
  return {
    played: {
      name: "postgres",
      command: tsCommand("local/postgres/main.ts"),
      origins: { postgres: `postgres://localhost:${ports.postgres}`, neon },
      probes: [`tcp://localhost:${ports.postgres}`, `${neon}/__control`],
      stopsLast: true,
    },
    own: {
      name: "neon",
      command: tsCommand("local/neon/main.ts"),
      origins: { neon },
      probes: [`${neon}/__control`],
    },
    neon: undefined,
  };
}

/** `--no-poll` and `-u`: it asks the app once for its functions, so the app must be up. */
function realInngest(program: string, port: number, app: string): Pick<Part, "command" | "probes"> {
  const flags = ["--no-discovery", "--no-poll", "--retry-interval", "1"];
  return {
    command: [
      program,
      "dev",
      "--host",
      "127.0.0.1",
      "-p",
      String(port),
      ...flags,
      "-u",
      `${app}/api/inngest`,
    ],
    probes: [`http://localhost:${port}/health`],
  };
}
