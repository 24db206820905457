import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readAddresses } from "./addresses";
import { findFreePort } from "./free-ports";
import { identifyProcess } from "./identify-process";
import { makeFakeCheckout } from "./testing/fake-checkout";

// Each starts a dozen processes or two, which a busy build machine does in its own time.
vi.setConfig({ testTimeout: 150_000 });
const PATIENT = { timeout: 70_000, interval: 50 };

let root: string;
let home: string;
let port: number;
let launchers: { child: ChildProcess; output: () => string }[] = [];

beforeEach(async () => {
  root = await makeFakeCheckout();
  home = join(root, "home");
  // Below what systems hand out to clients (32768 and up), so that nobody takes one between this look and the start.
  port = await findFreePort(10_000 + Math.floor(Math.random() * 200) * 100);
});

afterEach(async () => {
  for (const { child } of launchers) await ended(child, "SIGTERM");
  launchers = [];
  await rm(root, { recursive: true, force: true });
});

describe("a set", () => {
  test("starts in order, says where everything is, and stops without a trace", async () => {
    const launcher = launchSet("dev");
    await ready(launcher);

    const order = await orderLog();
    const at = (what: string) => order.indexOf(what);
    expect(order.toSorted()).toEqual(
      [
        "postgres up",
        "migrate ran",
        "clerk up",
        "uploadthing up",
        "together up",
        "lemonsqueezy up",
        "seed ran",
        "app up",
        "inngest up",
      ].toSorted(),
    );
    expect(at("postgres up")).toBeLessThan(at("migrate ran"));
    const before = ["migrate ran", "clerk up", "uploadthing up", "together up", "lemonsqueezy up"];
    expect(Math.max(...before.map(at))).toBeLessThan(at("app up"));
    expect(order.slice(-3)).toEqual(["app up", "inngest up", "seed ran"]);

    expect(launcher.output().trimEnd().split("\n").at(-1)).toBe(`Ready on http://localhost:${port}`);
    expect(launcher.output()).toContain("demo@likeness.test   password: likeness-demo-1");
    expect(launcher.output()).toMatch(/^clerk +/m);

    const addresses = (await readAddresses(home)) ?? {};
    expect(Object.keys(addresses).toSorted()).toEqual(
      [
        ...["app", "clerk", "control", "inngest", "lemonsqueezy", "neon", "postgres", "together"],
        "uploadthing",
      ].toSorted(),
    );
    const list = await fetch(`http://localhost:${port + 1}/`);
    expect(await list.json()).toMatchObject(addresses);
    expect((await stat(join(home, "secrets.json"))).mode & 0o777).toBe(0o600);

    expect(await ended(launcher.child, "SIGINT")).toBe(0);
    const pids = Object.values(addresses).map(({ pid }) => pid);
    expect(pids.filter((pid) => identifyProcess(pid))).toEqual([]);
    expect((await orderLog()).at(-1)).toBe("postgres told");
    expect(await readAddresses(home)).toBeUndefined();
  });

  test("builds before a preview, unless told not to, and seeds once", async () => {
    await ready(launchSet("preview"));
    expect(await orderLog()).toContain("build ran");
    await stopAll();

    await rm(join(home, "order.log"));
    await ready(launchSet("preview", "--no-build"));
    expect(await orderLog()).not.toContain("build ran");
    expect(await orderLog()).not.toContain("seed ran");
  });

  test("starts a part again that was killed, and ends one that does not end by itself within ten seconds", async () => {
    const launcher = launchSet("dev", { FAKE_STUBBORN: "together" });
    await ready(launcher);
    const [killed, stubborn] = [await pidOf("clerk"), await pidOf("together")];
    process.kill(killed, "SIGKILL");

    await vi.waitFor(async () => {
      expect(await pidOf("clerk")).not.toBe(killed);
      expect((await fetch(`http://localhost:${port + 4}/__control`)).status).toBe(200);
    }, PATIENT);
    expect(launcher.output()).toMatch(/clerk +ended with SIGKILL; starting again in 0.5 s/);

    const before = Date.now();
    expect(await ended(launcher.child, "SIGTERM")).toBe(0);
    expect(Date.now() - before).toBeLessThan(10_000);
    expect(identifyProcess(stubborn)).toBeUndefined();
  });

  test.each([
    ["migrate", "migrate ended with code 3.\nmigrate has lost its way"],
    ["clerk", "clerk ended with code 3 while it was starting.\nclerk has lost its way"],
  ])("says why it could not start when %s fails, and leaves nothing running", async (name, sentence) => {
    const launcher = launchSet("dev", { FAKE_FAILING: name });
    expect(await ended(launcher.child)).toBe(1);
    expect(launcher.output()).toContain(sentence);
    await expect(fetch(`http://localhost:${port + 6}/`)).rejects.toThrow("fetch failed");
  });
});

test("two sets share neither home nor ports nor a build in the making, but run side by side", async () => {
  await ready(launchSet("preview"));
  const other = ["--home", join(root, "other")];

  const sameHome = launchSet("preview");
  expect(await ended(sameHome.child)).toBe(1);
  expect(sameHome.output()).toContain(`${home} is in use by another set.`);

  const sameCheckout = launchSet("preview", ...other, "--port", String(port + 20));
  expect(await ended(sameCheckout.child)).toBe(1);
  expect(sameCheckout.output()).toContain("Another preview runs in this checkout.");

  const samePorts = launchSet("preview", "--no-build", ...other);
  expect(await ended(samePorts.child)).toBe(1);
  expect(samePorts.output()).toContain(`${port + 4} (clerk)`);
  expect(samePorts.output()).toMatch(/Move the whole set with --port, for example --port \d+\./);

  await ready(launchSet("preview", "--no-build", ...other, "--port", String(port + 20)));
  expect((await readAddresses(join(root, "other")))?.["app"]?.origin).toBe(`http://localhost:${port + 20}`);
});

describe("a launcher that was killed", () => {
  test("takes its parts with it", async () => {
    const launcher = launchSet("dev", "--no-seed");
    await ready(launcher);
    const pids = Object.values((await readAddresses(home)) ?? {}).map(({ pid }) => pid);
    await ended(launcher.child, "SIGKILL");
    await vi.waitFor(() => {
      expect(pids.filter((pid) => identifyProcess(pid))).toEqual([]);
    }, PATIENT);
  });

  test("is cleaned up after by the next one, which may start at once", async () => {
    const first = launchSet("dev");
    await ready(first);
    const frozen = await pidOf("app");
    // Frozen, it cannot notice that its launcher is gone.
    process.kill(frozen, "SIGSTOP");
    await ended(first.child, "SIGKILL");

    const next = launchSet("dev");
    await ready(next);
    expect(next.output()).toMatch(
      /launcher +stopped \d+ processes that an earlier launcher had left running/,
    );
    expect(identifyProcess(frozen)).toBeUndefined();
  });
});

function launchSet(mode: "dev" | "preview", ...options: (string | Record<string, string>)[]) {
  const flags = options.filter((option) => typeof option === "string");
  const env = { ...process.env };
  for (const option of options) if (typeof option === "object") Object.assign(env, option);
  const own = ["--home", home, "--port", String(port)].filter(
    (_, index) => !flags.includes(index < 2 ? "--home" : "--port"),
  );
  // Our own folder as the working one: tsx reads the aliases of its tsconfig.
  const args = ["--import", "tsx", join(root, "local/main.ts"), mode, "--all-local", ...own, ...flags];
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const launcher = { child, output: () => text };
  launchers.push(launcher);
  return launcher;
}

async function ready({ child, output }: ReturnType<typeof launchSet>): Promise<void> {
  await vi.waitFor(() => {
    if (!output().includes("Ready on") && child.exitCode === null)
      throw new Error(`Not ready yet:\n${output()}`);
  }, PATIENT);
  expect(output()).toContain("Ready on");
}

async function ended(child: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  if (signal) child.kill(signal);
  return exit;
}

async function stopAll(): Promise<void> {
  for (const { child } of launchers) await ended(child, "SIGTERM");
}

async function orderLog(): Promise<string[]> {
  return (await readFile(join(home, "order.log"), "utf8")).trimEnd().split("\n");
}

async function pidOf(name: string): Promise<number> {
  return (await readAddresses(home))?.[name]?.pid ?? 0;
}
