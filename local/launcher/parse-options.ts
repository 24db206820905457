import { resolve } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import type { Mode } from "~/local/environment";
import { DEFAULT_PORT } from "~/local/ports";

export interface Options {
  mode: Mode;
  port: number;
  /** Absolute. */
  home: string;
  fresh: boolean;
  build: boolean;
  seed: boolean;
  /** Plays every vendor, whatever keys are set. */
  allLocal: boolean;
  /** Renders in workerd, in front of the Node build. */
  edge: boolean;
}

const usage = `Usage: npm run dev     -- [options]     the app, compiled as you edit
       npm run preview -- [options]     the app, built as for production

  --port N     the app's port, ${DEFAULT_PORT} unless told; the ten after it belong to its parts
  --home DIR   where all state lives: .likeness unless told, or LIKENESS_HOME
  --fresh      empty that folder first
  --no-build   preview: start what was built last
  --no-seed    do without the demo user
  --all-local  play every vendor, whatever keys are set
  --edge       preview: render in workerd, with the Node build behind it`;

const Mode = z.enum(["dev", "preview"]);

/**
 * Reads the launcher's command line.
 *
 * @throws Error with the usage when there is something it does not know.
 */
export function parseOptions(
  args: string[],
  { root, home }: { root: string; home: string | undefined },
): Options {
  const { values, positionals } = parse(args);
  const mode = Mode.safeParse(positionals[0]);
  if (!mode.success || positionals.length > 1 || (values.edge && mode.data === "dev")) throw new Error(usage);

  return {
    mode: mode.data,
    port: values.port === undefined ? DEFAULT_PORT : Number(values.port),
    home: resolve(root, values.home ?? home ?? ".likeness"),
    fresh: values.fresh,
    build: !values["no-build"],
    seed: !values["no-seed"],
    allLocal: values["all-local"],
    edge: values.edge,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: "string" },
        home: { type: "string" },
        fresh: { type: "boolean", default: false },
        "no-build": { type: "boolean", default: false },
        "no-seed": { type: "boolean", default: false },
        "all-local": { type: "boolean", default: false },
        edge: { type: "boolean", default: false },
      },
    });
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : String(cause)}\n\n${usage}`, { cause });
  }
}
