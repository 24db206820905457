import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import type { Kysely } from "kysely";
import * as z from "zod";

import type { Database } from "~/kysely/schema";

import type { Breach } from "./check";

const Job = z.object({
  requestId: z.string(),
  status: z.string(),
  info: z.looseObject({ modelId: z.string().optional() }),
});

/** Holds what the trainer has on its disk against what we know of: no job forgotten, none without a training that was metered. */
export async function checkJobs(db: Kysely<Database>, home: string): Promise<Breach[]> {
  const dir = join(home, "together");
  const jobs = await readJobs(join(dir, "jobs"));
  const known = new Map(
    (await db.selectFrom("trainingJob").select(["id", "droppedAt"]).execute()).map((row) => [row.id, row]),
  );
  const uses = await db.selectFrom("fineTuningUse").select(["modelId"]).execute();
  const weights = (await readdir(join(dir, "storage")).catch(() => [])).filter((name) =>
    name.endsWith(".safetensors"),
  );
  const metered = new Set(uses.map(({ modelId }) => modelId));

  const breaches: Breach[] = [];
  for (const { requestId, status, info } of jobs) {
    const isOurs = info.modelId !== undefined && metered.has(info.modelId);
    if (status === "pending" || status === "running") {
      breaches.push({ rule: "no job at the provider is left running", problem: `${requestId} ${status}` });
    }
    if (isOurs && !known.has(requestId)) {
      breaches.push({ rule: "no job at the provider is forgotten", problem: `${requestId} ${status}` });
    }
  }
  const isNeeded = (name: string) =>
    [...known.values()].some((row) => name.startsWith(row.id) && !row.droppedAt);
  for (const name of weights) {
    if (!isNeeded(name)) breaches.push({ rule: "no weights are left at the provider", problem: name });
  }
  return breaches;
}

async function readJobs(dir: string): Promise<z.infer<typeof Job>[]> {
  const names = await readdir(dir).catch(() => []);
  const texts = await Promise.all(
    names.filter((name) => name.endsWith(".json")).map((name) => readFile(join(dir, name), "utf8")),
  );
  return texts.map((text) => Job.parse(JSON.parse(text)));
}
