/**
 * `npm run bench [-- --only NAME --json --no-build]`: measures in one run, ratios side by side.
 *
 * Shape of `--json`: `{name: {value, unit, ratio, against}}`; `ratio` is value / what it is held against, null without.
 */
import { parseArgs } from "node:util";

import { coach } from "./entries/coach";
import { edge } from "./entries/edge";
import { firstLoadJs } from "./entries/first-load-js";
import { galleryScroll } from "./entries/gallery-scroll";
import { pressToProvider } from "./entries/press-to-provider";
import { spends } from "./entries/spends";
import { startUp } from "./entries/start-up";
import { storedToVisible } from "./entries/stored-to-visible";
import { zipMemory } from "./entries/zip-memory";
import { formatTable } from "./format-table";
import type { Entry, Measurements } from "./measurement";
import { openPreview } from "./preview-set";

const entries: Entry[] = [
  pressToProvider,
  storedToVisible,
  firstLoadJs,
  galleryScroll,
  zipMemory,
  edge,
  spends,
  coach,
  startUp,
];

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    json: { type: "boolean", default: false },
    "no-build": { type: "boolean", default: false },
  },
});
const chosen = entries.filter((entry) => values.only === undefined || entry.name.startsWith(values.only));
if (chosen.length === 0) {
  console.error(
    `There is no benchmark ${values.only ?? ""}. There are: ${entries.map((entry) => entry.name).join(", ")}.`,
  );
  process.exit(1);
}

const results: Measurements = {};
const byThemselves = chosen.filter((entry) => entry.needs === "nothing");

for (const needs of ["preview", "edge"] as const) {
  const onPreview = chosen.filter((entry) => entry.needs === needs);
  if (onPreview.length === 0) continue;
  const preview = await openPreview({ edge: needs === "edge", build: !values["no-build"] });
  try {
    for (const entry of onPreview)
      Object.assign(results, await measure(() => entry.measure(preview), entry.name));
  } finally {
    await preview.close();
  }
}
for (const entry of byThemselves) Object.assign(results, await measure(entry.measure, entry.name));
console.log(values.json ? JSON.stringify(results) : formatTable(results));

function measure(work: () => Promise<Measurements>, name: string): Promise<Measurements> {
  console.error(`measuring ${name} …`);
  return work();
}
