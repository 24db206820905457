/**
 * `npm run e2e`: builds the app, starts it with every vendor played, and runs the journeys against it in Chromium.
 *
 * What follows `--` goes to Playwright, but `--edge`, which renders in workerd, and `--no-build`, which takes the build that is there.
 * `E2E_REUSE=http://localhost:PORT npm run e2e -- --home DIR` runs against a set that is already there (its home is .likeness unless told).
 * Ends with Playwright's code, or with 1 when something tried to leave this machine.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describeSet } from "./environment";
import { findChromium } from "./launcher/find-chromium";
import { withoutVendorKeys } from "./launcher/find-real-vendors";
import type { Variables } from "./launcher/find-real-vendors";
import { findFreePort } from "./launcher/free-ports";
import { loadOwnVariables } from "./launcher/load-own-variables";
import { readSecrets } from "./launcher/read-secrets";
import { runSet } from "./launcher/run-set";

const FIRST_PORT = 4100;
/** A training that is long enough to be watched and called off. */
const TRAINING_MS = "6000";
const root = join(import.meta.dirname, "..");
const reused = process.env["E2E_REUSE"];
const { home: reusedHome, rest } = takeHome(process.argv.slice(2));
const forTheSet = ["--edge", "--no-build"];
const setArgs = rest.filter((arg) => forTheSet.includes(arg));
const playwrightArgs = rest.filter((arg) => !forTheSet.includes(arg));

process.exitCode = await (reused ? runAgainst(reused) : runFresh());

interface Journeys {
  port: number;
  home: string;
  chromium: string;
  own: Variables;
}

async function runAgainst(url: string): Promise<number> {
  const home = resolve(root, reusedHome ?? process.env["LIKENESS_HOME"] ?? ".likeness");
  const own = loadOwnVariables(root, "preview");
  return runJourneys({ port: Number(new URL(url).port), home, chromium: findChromium(process.env), own });
}

async function runFresh(): Promise<number> {
  const chromium = findChromium(process.env);
  const port = await findFreePort(FIRST_PORT);
  const home = await mkdtemp(join(tmpdir(), "likeness-e2e-"));

  process.env["LOCAL_TOGETHER_TRAINING_MS"] ??= TRAINING_MS;
  const args = ["preview", "--all-local", "--port", String(port), ...setArgs];
  const set = await runSet(args, { root, home });
  const own = withoutVendorKeys(loadOwnVariables(root, "preview"));
  const code = await runJourneys({ port, home, chromium, own }).finally(set.stop);
  const refused = await readFile(join(home, "refused.log"), "utf8").catch(() => "");

  if (refused !== "") console.error(`Something tried to leave this machine:\n${refused}`);
  if (code === 0 && refused === "") {
    await rm(home, { recursive: true, force: true });
    return 0;
  }
  console.error(`The set's log and state are kept in ${home}.`);
  return code || 1;
}

async function runJourneys({ port, home, chromium, own }: Journeys): Promise<number> {
  const { env, ports } = describeSet({ mode: "preview", port, home, secrets: await readSecrets(home), own });
  const variables = {
    ...own,
    ...env,
    CHROMIUM_PATH: chromium,
    E2E_BASE_URL: `http://localhost:${ports.app}`,
    E2E_CONTROL_URL: `http://localhost:${ports.control}`,
    E2E_HOME: home,
    ...(setArgs.includes("--edge") && { E2E_EDGE: "1" }),
  };
  // Ctrl-C reaches Playwright by itself; we stay to stop the set after it.
  const interrupted = new AbortController();
  process.on("SIGINT", () => interrupted.abort());
  const beside = await runPlaywright("beside", variables);
  const alone = interrupted.signal.aborted ? 0 : await runPlaywright("alone", variables);
  return beside || alone;
}

/** One project of playwright.config.ts, of which a wish for some journeys may leave none. */
async function runPlaywright(project: string, env: NodeJS.ProcessEnv): Promise<number> {
  const playwright = join(root, "node_modules/@playwright/test/cli.js");
  // Playwright empties its folder as it starts: what the other project's failures left has to stay.
  const output = `--output=test-results/${project}`;
  const args = ["test", `--project=${project}`, output, "--pass-with-no-tests", ...playwrightArgs];
  const child = spawn(process.execPath, [playwright, ...args], { cwd: root, stdio: "inherit", env });
  const stop = () => child.kill("SIGTERM");
  process.once("SIGTERM", stop);
  const [code] = (await once(child, "close")) as [number | null]; // what `close` hands over
  process.off("SIGTERM", stop);
  return code ?? 1;
}

/** Takes `--home DIR` out of what goes to Playwright. */
function takeHome(args: string[]): { home: string | undefined; rest: string[] } {
  const at = args.indexOf("--home");
  return at < 0 ? { home: undefined, rest: args } : { home: args[at + 1], rest: args.toSpliced(at, 2) };
}
