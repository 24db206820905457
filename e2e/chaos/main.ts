/**
 * `npm run chaos [-- --only crash|provider|deadlines --short --seed TEXT --pictures N --no-build]`: breaks everything on
 * purpose and holds what is left against the rules. Prints tables; ends with 1 when a rule is broken.
 */
import { parseArgs } from "node:util";

import { crashClocks, functionClocks } from "./set/clocks";
import { inWorld } from "./set/world";
import type { Report } from "./set/world";

const parts = ["crash", "provider", "deadlines"] as const;

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    short: { type: "boolean", default: false },
    seed: { type: "string", default: String(Math.floor(Date.now() / 1000)) },
    pictures: { type: "string" },
    cases: { type: "string" },
    journey: { type: "string" },
    filter: { type: "string" },
    "no-build": { type: "boolean", default: false },
  },
});
const chosen = parts.filter((part) => values.only === undefined || values.only === part);
if (chosen.length === 0) {
  console.error(`There is no ${values.only ?? ""}. There are: ${parts.join(", ")}.`);
  process.exit(1);
}

const { seed, short: isShort } = values;
const pictures = Number(values.pictures ?? (isShort ? 200 : 10_000));
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
        return runProvider(world, { pictures, seed });
      });
    case "crash":
      return inWorld({ app: "next", build, variables: crashClocks }, async (world) => {
        const { runCrash } = await import("./crash/run-crash");
        const cases = values.cases ?? (isShort ? "12" : undefined);
        return runCrash(world, {
          seed,
          ...(cases !== undefined && { cases: Number(cases) }),
          ...(values.journey !== undefined && { journey: values.journey }),
          ...(values.filter !== undefined && { filter: values.filter }),
        });
      });
    case "deadlines":
      return inWorld({ app: "functions", build: false, variables: functionClocks }, async (world) => {
        const { runDeadlines } = await import("./deadlines/run-deadlines");
        const kinds = isShort ? (["instant"] as const) : (["instant", "fine-tuned"] as const);
        return runDeadlines(world, { users: isShort ? 4 : 24, seed, kinds });
      });
  }
}
