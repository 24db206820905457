/**
 * `npm run fuzz:uploads`: sends hostile files through the server's checks of uploads and prints what became of them.
 * `-- --count 20000 --seed 1 --mb 700`: how many, which, and how much memory the process may come to take.
 */
import { parseArgs } from "node:util";

import { judgeUpload } from "~/server/photos/testing/judge-upload";
import { listHostile } from "~/server/photos/testing/list-hostile";

const MIB = 1024 * 1024;
/** No photo takes the server this long, whatever is in it. */
const MOST_MS = 30_000;

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    mb: { type: "string", default: "700" },
  },
});

// libheif writes to the console what it dislikes of each file.
console.log = () => undefined;
const print = (line: string) => process.stdout.write(`${line}\n`);

const outcomes = new Map<string, number>();
const wrong: string[] = [];
const begun = performance.now();
let seen = 0;
let slowest = { name: "", ms: 0 };

for await (const file of listHostile({
  count: Number(values.count),
  seed: Number(values.seed),
  everyPercent: 1,
})) {
  const started = performance.now();
  const outcome = await judgeUpload(file.bytes).catch((error: unknown) => {
    wrong.push(`${file.name}: ${String(error)}`);
    return "WRONG";
  });
  const ms = performance.now() - started;
  if (ms > slowest.ms) slowest = { name: file.name, ms };
  if (ms > MOST_MS) wrong.push(`${file.name} took ${Math.round(ms)} ms.`);
  const key = `${file.kind}\t${outcome}`;
  outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
  seen += 1;
  if (seen % 1000 === 0) print(`${seen}: ${Math.round(process.memoryUsage().rss / MIB)} MB`);
}

for (const [key, count] of [...outcomes].toSorted(([a], [b]) => a.localeCompare(b))) {
  const [kind = "", outcome = ""] = key.split("\t");
  print(`${kind.padEnd(14)}${outcome.padEnd(18)}${String(count).padStart(6)}`);
}
// The kernel's own count, in KiB: what one file takes in between is in it too.
const peak = process.resourceUsage().maxRSS * 1024;
const seconds = (performance.now() - begun) / 1000;
print(
  `${seen} files in ${seconds.toFixed(0)} s; at most ${Math.round(peak / MIB)} MB; the slowest, ${slowest.name}, ${Math.round(slowest.ms)} ms.`,
);
if (peak > Number(values.mb) * MIB) wrong.push(`The process took ${Math.round(peak / MIB)} MB.`);
for (const line of wrong) console.error(line);
process.exitCode = wrong.length > 0 ? 1 : 0;
