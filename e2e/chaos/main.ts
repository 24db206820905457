/**
 * `npm run chaos [-- --only crash|provider|deadlines --short --seed TEXT --no-build]`: breaks everything on purpose and
 * holds what is left against the rules. Prints tables; ends with 1 when a rule is broken. What is left to chance follows
 * from the seed, which is the day unless told.
 *
 * Of the crashes, `--journey NAME` and `--filter TEXT` choose some, `--times N` plays each so often, and `--cases N` draws
 * so many. Of the provider: `--pictures N`, `--faults SHARE` of its answers; `--repeats SHARE` of the executor's calls are
 * lost, and as many doubled.
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

import { crashClocks, functionClocks } from "./set/clocks";
import { inWorld } from "./set/world";
import type { Report } from "./set/world";

const parts = ["crash", "provider", "deadlines"] as const;

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    short: { type: "boolean", default: false },
    seed: { type: "string", default: new Date().toISOString().slice(0, 10) },
    pictures: { type: "string" },
    faults: { type: "string", default: "0.08" },
    repeats: { type: "string", default: "0.02" },
    cases: { type: "string" },
    times: { type: "string", default: "1" },
    journey: { type: "string" },
    filter: { type: "string" },
    "no-build": { type: "boolean", default: false },
  },
});
// The SDK for browsers writes down each request that fell, and warns of its own getters.
for (const way of ["log", "warn", "error"] as const) {
  const write = console[way].bind(console);
  console[way] = (...words: unknown[]) => {
    if (typeof words[0] === "string" && !words[0].includes("[uploadthing][deprecated]")) write(...words);
  };
}

const chosen = parts.filter((part) => values.only === undefined || values.only === part);
if (chosen.length === 0) {
  console.error(`There is no ${values.only ?? ""}. There are: ${parts.join(", ")}.`);
  process.exit(1);
}

if (chosen.length > 1) {
  // Each in a process of its own: what has read the environment of one set knows no other.
  const codes = chosen.map((part) => {
    const args = [...process.execArgv, import.meta.filename, ...process.argv.slice(2), "--only", part];
    return spawnSync(process.execPath, args, { stdio: "inherit" }).status;
  });
  process.exit(codes.every((code) => code === 0) ? 0 : 1);
}

const { seed, short: isShort } = values;
const pictures = Number(values.pictures ?? (isShort ? 200 : 10_000));
const faults = Number(values.faults);
const repeats = Number(values.repeats);
console.log(`seed ${seed}`);
let broken = 0;
for (const part of chosen) {
  console.log(`\n${part}`);
  const { lines, problems } = await play(part);
  for (const line of lines) console.log(line);
  for (const problem of problems) console.log(`BROKEN  ${problem}`);
  console.log(problems.length === 0 ? "every rule was kept" : `${problems.length} breaches`);
  broken += problems.length;
}
process.exit(broken === 0 ? 0 : 1);

/** What reads the environment is imported once the set has made it. */
async function play(part: (typeof parts)[number]): Promise<Report> {
  const build = !values["no-build"];
  switch (part) {
    case "provider":
      return inWorld({ app: "functions", build: false, variables: functionClocks }, async (world) => {
        const { runProvider } = await import("./provider/run-provider");
        return runProvider(world, { pictures, seed, faults, repeats });
      });
    case "crash":
      return inWorld({ app: "next", build, variables: crashClocks }, async (world) => {
        const { runCrash } = await import("./crash/run-crash");
        const cases = values.cases ?? (isShort ? "12" : undefined);
        return runCrash(world, {
          seed,
          times: Number(values.times),
          ...(cases !== undefined && { cases: Number(cases) }),
          ...(values.journey !== undefined && { journey: values.journey }),
          ...(values.filter !== undefined && { filter: values.filter }),
        });
      });
    case "deadlines":
      return inWorld({ app: "functions", build: false, variables: functionClocks }, async (world) => {
        const { runDeadlines } = await import("./deadlines/run-deadlines");
        const kinds = isShort ? (["instant"] as const) : (["instant", "fine-tuned"] as const);
        return runDeadlines(world, { users: isShort ? 4 : 24, seed, kinds, repeats });
      });
  }
}
