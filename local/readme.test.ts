import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFile(join(root, path), "utf8");

describe("the README tells the truth", () => {
  test("every path that it names is there", async () => {
    const readme = await read("README.md");
    const map = /## The map\s+```\n(.*?)```/s.exec(readme)?.[1] ?? "";
    const folders = map.split("\n").flatMap((line) => line.split("  ")[0]?.split(" ") ?? []);
    const quoted = [
      ...readme.matchAll(/`((?:src|local|kysely|inngest|e2e|bench|docs|public)\/[^`\s]*|\.[\w.-]+\.cjs)`/g),
    ];
    const linked = [...readme.matchAll(/\]\((?!http|#)([^)]+)\)/g)];
    const paths = [...folders, ...[...quoted, ...linked].map(([, path = ""]) => path)]
      .map((path) => path.replace(/\*.*$/, ""))
      .filter((path) => path !== "");

    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test("every command that it names is a script", async () => {
    const { scripts } = JSON.parse(await read("package.json")) as { scripts: Record<string, string> };
    const readme = await read("README.md");
    const named = [...readme.matchAll(/`(?:npm run ([\w:]+)|((?:check|db|test):\w+))/g)];
    expect(named.map(([, run, short]) => run ?? short ?? "").filter((name) => !(name in scripts))).toEqual(
      [],
    );
  });

  test("every variable that the product reads is explained, there and in .env.example", async () => {
    const env = await read("src/env.ts");
    const names = new Set(
      [...env.matchAll(/^\s+([A-Z][A-Z_]+): (?:z|url|onNode)\b/gm)].map(([, name = ""]) => name),
    );
    const [readme, example] = await Promise.all([read("README.md"), read(".env.example")]);
    expect(names.size).toBeGreaterThan(20);
    names.delete("NODE_ENV");
    expect([...names].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
    expect([...names].filter((name) => !example.includes(name))).toEqual([]);
  });
});
