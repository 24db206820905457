import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const launch = join(import.meta.dirname, "../launch.ts");
const fakePart = new URL("./fake-part.mjs", import.meta.url).href;

const port = (name: string) => `process.env.LOCAL_${name.toUpperCase()}_PORT`;
const part = (name: string, ...ports: string[]) => `playPart("${name}", ${ports.map(port).join(", ")})`;

const files: Record<string, string> = {
  "local/postgres/main.ts": part("postgres", "postgres", "neon"),
  "local/clerk/main.ts": part("clerk", "clerk"),
  "local/uploadthing/main.ts": part("uploadthing", "uploadthing"),
  "local/together/main.ts": part("together", "together"),
  "local/lemonsqueezy/main.ts": part("lemonsqueezy", "lemonsqueezy"),
  "local/inngest/main.ts": part("inngest", "inngest"),
  "kysely/migrate.ts": `playStep("migrate")`,
  "src/policy/seal.ts": `playStep("seal")`,
  "local/seed/main.ts": `playStep("seed")`,
  "node_modules/next/dist/bin/next": `process.argv[2] === "build" ? playStep("build") : playPart("app", process.argv[4])`,
};

/**
 * Makes a checkout whose parts do nothing but answer, in a new temporary folder.
 *
 * @returns its path; `local/main.ts` in it is the real launcher.
 */
export async function makeFakeCheckout(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "likeness-checkout-"));
  for (const [file, body] of Object.entries(files)) {
    await write(join(root, file), `import { playPart, playStep } from "${fakePart}";\n${body};\n`);
  }
  await write(join(root, "package.json"), `{"type":"module"}`);
  await write(
    join(root, "local/main.ts"),
    `import { launch } from "${launch}";\nawait launch(process.argv.slice(2), "${root}");\n`,
  );
  return root;
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
