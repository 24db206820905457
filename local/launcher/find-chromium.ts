import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const APT_GET = "/usr/bin/apt-get";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The browser for the journeys: CHROMIUM_PATH, or the first one found where systems keep it. A build machine on which
 * we are root (CI=true) gets Debian's when it has none.
 *
 * @throws Error saying what to install or set.
 */
export function findChromium(env: NodeJS.ProcessEnv): string {
  const named = env["CHROMIUM_PATH"];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file.`);
  }

  const found = places.find((place) => existsSync(place));
  if (found) return found;

  if (env["CI"] === "true" && process.getuid?.() === 0 && existsSync(APT_GET)) return installChromium();
  throw new Error(
    "The journeys need Chromium: install it (apt-get install chromium), or set CHROMIUM_PATH to one.",
  );
}

function installChromium(): string {
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args: string[]) => execFileSync(APT_GET, args, { stdio: "inherit", env: environment });
  run("update", "-qq");
  run("install", "-qq", "-y", "--no-install-recommends", "chromium");
  return "/usr/bin/chromium";
}
