import { randomUUID } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import * as z from "zod";

const Claim = z.object({ origin: z.url(), token: z.string() });

/**
 * Makes `dir` ours, as two executors appending to one journal would lose runs. `origin` has to answer already.
 *
 * A claim counts for as long as its owner answers `GET /health` with its token, so nothing is left to clear after a SIGKILL.
 *
 * @returns the token that our own /health has to answer from now on.
 * @throws Error when another executor holds it.
 */
export async function claimDir(dir: string, origin: string): Promise<string> {
  await fs.mkdir(dir, { recursive: true, mode: 0o700 });
  const file = path.join(dir, "owner.json");
  const owner = await readClaim(file);
  if (owner && (await isUp(owner))) throw new Error(`${dir} is in use by the executor at ${owner.origin}.`);

  const token = randomUUID();
  await fs.writeFile(`${file}.new`, JSON.stringify({ origin, token }), { mode: 0o600 });
  await fs.rename(`${file}.new`, file);
  return token;
}

async function readClaim(file: string): Promise<z.infer<typeof Claim> | undefined> {
  const text = await fs.readFile(file, "utf8").catch(() => "");
  if (text === "") return undefined;
  const json: unknown = JSON.parse(text);
  return Claim.safeParse(json).data;
}

async function isUp({ origin, token }: z.infer<typeof Claim>): Promise<boolean> {
  try {
    const response = await fetch(`${origin}/health`, { signal: AbortSignal.timeout(2000) });
    const health: unknown = await response.json();
    return z.object({ token: z.literal(token) }).safeParse(health).success;
  } catch {
    return false;
  }
}
