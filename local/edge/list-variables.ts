import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The variables that the product reads, as .env.example lists them: what the worker is given. */
export async function listVariables(root: string): Promise<string[]> {
  const example = await readFile(join(root, ".env.example"), "utf8");
  return [...example.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name = ""]) => name);
}
