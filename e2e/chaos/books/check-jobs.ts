import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import type { Kysely } from "kysely";
import * as z from "zod";

import type { Database } from "~/kysely/schema";

import type { Breach } from "./check";

const Job = z.object({
  requestId: z.string(),
  status: z.string(),
  info: z.looseObject({ modelId: z.string().optional(), repeated: z.boolean().optional() }),
  payload: z.looseObject({ training_id: z.string().optional() }),
});
type Job = z.infer<typeof Job>;

/**
 * Holds what the trainer has on its disk against what we know of. A job that was submitted twice, because its answer was
 * lost, is known by its twin: both are one training, with one file of weights.
 */
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

  const trainingOf = ({ requestId, payload }: Job) => payload.training_id ?? requestId;
  const knownTrainings = new Set(jobs.filter(({ requestId }) => known.has(requestId)).map(trainingOf));
  const needed = new Set(
    jobs.filter(({ requestId }) => known.get(requestId)?.droppedAt === null).map(trainingOf),
  );

  const breaches: Breach[] = [];
  const trained = jobs.filter(({ status, info }) => status === "done" && !info.repeated).map(trainingOf);
  for (const id of new Set(trained.filter((id, at) => trained.indexOf(id) !== at))) {
    breaches.push({ rule: "a training is paid once at the provider", problem: id });
  }
  for (const job of jobs) {
    const { requestId, status, info } = job;
    const isOurs = info.modelId !== undefined && metered.has(info.modelId);
    if (status === "pending" || status === "running") {
      breaches.push({ rule: "no job at the provider is left running", problem: `${requestId} ${status}` });
    }
    if (isOurs && !knownTrainings.has(trainingOf(job))) {
      breaches.push({ rule: "no job at the provider is forgotten", problem: `${requestId} ${status}` });
    }
  }
  for (const name of weights) {
    const isNeeded = [...needed].some((id) => name.startsWith(id));
    if (!isNeeded) breaches.push({ rule: "no weights are left at the provider", problem: name });
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
