import { randomBytes } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import * as z from "zod";

const JsonObject = z.record(z.string(), z.unknown());

const Job = z.object({
  requestId: z.string(),
  model: z.string(),
  status: z.enum(["pending", "running", "done", "failed", "canceled"]),
  priority: z.int(),
  payload: JsonObject,
  info: JsonObject,
  outputs: JsonObject.optional(),
  createdAt: z.iso.datetime(),
  claimedAt: z.iso.datetime().optional(),
  doneAt: z.iso.datetime().optional(),
  /** How often a worker lost it and it went back to the queue. */
  retries: z.int(),
  /** Order of arrival, for jobs made in the same millisecond. */
  sequence: z.int(),
});
export type Job = z.infer<typeof Job>;

type NewJob = Pick<Job, "model" | "payload" | "info" | "priority">;

export interface JobStore {
  /** Queues a job. Submitting the same payload twice makes two jobs: the vendor has no idempotency key. */
  add: (job: NewJob) => Promise<Job>;
  find: (requestId: string) => Job | undefined;
  /** Every job, oldest first. */
  list: () => Job[];
  /** Changes a job and keeps the change. @returns the job as it is now. */
  change: (requestId: string, change: Partial<Job>) => Promise<Job>;
}

/** Opens the queue kept in `dir`, one file per job, each written whole or not at all. */
export async function openJobStore(dir: string): Promise<JobStore> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const jobs = new Map<string, Job>();
  for (const name of await readdir(dir)) {
    if (!name.endsWith(".json")) continue;
    const job = Job.parse(JSON.parse(await readFile(join(dir, name), "utf8")));
    jobs.set(job.requestId, job);
  }

  // Written before it is seen, at once: what a reader was told is still so after a SIGKILL.
  const keep = (job: Job): void => {
    const file = join(dir, `${job.requestId}.json`);
    writeFileSync(`${file}.new`, JSON.stringify(job, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    jobs.set(job.requestId, job);
  };

  return {
    add: (input) => {
      const job: Job = {
        ...input,
        requestId: `req_${randomBytes(12).toString("hex")}`,
        status: "pending",
        createdAt: new Date().toISOString(),
        retries: 0,
        sequence: jobs.size,
      };
      keep(job);
      return Promise.resolve(job);
    },
    find: (requestId) => jobs.get(requestId),
    list: () => [...jobs.values()].sort((one, other) => one.sequence - other.sequence),
    change: (requestId, change) => {
      const job = jobs.get(requestId);
      if (!job) throw new Error(`There is no job ${requestId}.`);
      const changed = { ...job, ...change };
      keep(changed);
      return Promise.resolve(changed);
    },
  };
}
