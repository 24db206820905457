import { setTimeout as sleep } from "node:timers/promises";

import * as z from "zod";

import type { Control, Fault } from "../control";
import type { Job, JobStore } from "./job-store";
import { TrainingError } from "./training-error";
import { trainLora, TrainingPayload } from "./train-lora";

// "After 3 retries the job is permanently failed": together-ai 0.52.0, resources/beta/jig/queue.d.ts.
const MAX_RETRIES = 3;

/** Faults on "training": `status` and `policy` fail the job with a reason, `delay` and `hang` hold it up, `drop` loses its worker, `garbage` points at weights that do not exist. */
export interface TrainerOptions {
  jobs: JobStore;
  control: Control;
  storageDir: string;
  origin: () => string;
  /** How long the steps of one training take. */
  trainingMs: number;
  /** How long a job waits before a free worker takes it: a container that has to wake up. */
  claimMs: number;
  /** How many trainings run at once. */
  workers: number;
  log: (line: string) => void;
}

export interface Trainer {
  /** Looks for work; call it after a job was added. */
  wake: () => void;
  /** What the worker says of a running job: `progress` 0..1, `step`, `total_steps`, `eta_seconds`. Empty before its steps begin. */
  progressOf: (job: Job) => Record<string, number>;
  /** Stops; what was running goes back to the queue and counts as no retry. */
  close: () => Promise<void>;
}

/** Starts the workers of the trainer deployment on the queue. Jobs that a killed process left running go back to the queue first. */
export async function startTrainer(options: TrainerOptions): Promise<Trainer> {
  const { jobs, workers, claimMs } = options;
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  const running = new Map<string, { stepsStartedAtMs?: number; done: Promise<void> }>();

  const requeue = async (job: Job): Promise<void> => {
    if (job.retries >= MAX_RETRIES)
      return finish(options, job, {
        status: "failed",
        info: { ...job.info, error: "The worker was lost too often." },
      });
    await jobs.change(job.requestId, { status: "pending", retries: job.retries + 1 });
  };
  for (const job of jobs.list().filter(({ status }) => status === "running")) await requeue(job);

  const wake = (): void => {
    if (isStopping() || running.size >= workers) return;
    const next = jobs
      .list()
      .filter((job) => job.status === "pending" && !running.has(job.requestId))
      .sort((one, other) => other.priority - one.priority)[0];
    if (!next) return;
    const entry: { stepsStartedAtMs?: number; done: Promise<void> } = { done: Promise.resolve() };
    running.set(next.requestId, entry);
    entry.done = work(next.requestId, entry).finally(() => {
      running.delete(next.requestId);
      wake();
    });
    wake();
  };

  /** Waits for an earlier job of the same training, as a container waits for the lock in its storage. */
  const twin = async (job: Job): Promise<void> => {
    const isEarlier = (other: Job) =>
      other.sequence < job.sequence && other.payload["training_id"] === job.payload["training_id"];
    if (job.payload["training_id"] === undefined) return;
    for (const { requestId } of jobs.list().filter(isEarlier)) await running.get(requestId)?.done;
  };

  const work = async (requestId: string, entry: { stepsStartedAtMs?: number }): Promise<void> => {
    const { signal } = stopping;
    await sleep(claimMs, undefined, { signal }).catch(() => undefined);
    const pending = jobs.find(requestId);
    if (isStopping() || pending?.status !== "pending") return;
    const job = await jobs.change(requestId, { status: "running", claimedAt: new Date().toISOString() });
    options.log(`training ${requestId} begins`);
    try {
      const fault = options.control.take("training");
      const payload = parsePayload(job);
      await suffer(fault, signal);
      const trainingMs = options.trainingMs;
      const onSteps = () => {
        entry.stepsStartedAtMs = Date.now();
      };
      await twin(job);
      const { name, isKnown } = await trainLora({
        requestId,
        payload,
        storageDir: options.storageDir,
        trainingMs,
        signal,
        onSteps,
      });
      const weights = fault?.kind === "garbage" ? `${name}.missing` : name;
      const info = {
        ...job.info,
        ...(isKnown && { repeated: true }),
        progress: 1,
        step: payload.steps,
        total_steps: payload.steps,
        eta_seconds: 0,
      };
      await finish(options, job, {
        status: "done",
        info,
        outputs: { weights: `${options.origin()}/v1/storage/${weights}` },
      });
    } catch (error) {
      if (isStopping()) {
        await jobs.change(requestId, { status: "pending" });
        return;
      }
      if (error instanceof LostWorker) return requeue(job);
      const reason = error instanceof TrainingError ? error.message : `The trainer crashed: ${String(error)}`;
      await finish(options, job, { status: "failed", info: { ...job.info, error: reason } });
    }
  };

  wake();
  return {
    wake,
    progressOf: (job) => {
      const startedAtMs = running.get(job.requestId)?.stepsStartedAtMs;
      return job.status === "running" && startedAtMs !== undefined
        ? describeProgress(job, Date.now() - startedAtMs, options.trainingMs)
        : {};
    },
    close: async () => {
      stopping.abort();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}

function parsePayload(job: Job): TrainingPayload {
  const parsed = TrainingPayload.safeParse(job.payload);
  if (parsed.success) return parsed.data;
  throw new TrainingError(`The payload is not understood: ${z.prettifyError(parsed.error)}`);
}

/** A worker that vanished in mid-job: the queue gives the job to another one. */
class LostWorker extends Error {}

async function suffer(fault: Fault | undefined, signal: AbortSignal): Promise<void> {
  if (fault?.kind === "status")
    throw new TrainingError(`The trainer stopped: CUDA out of memory (${String(fault.status)}).`);
  if (fault?.kind === "policy") throw new TrainingError("The trainer refused the photos.");
  if (fault?.kind === "drop") throw new LostWorker();
  if (fault?.kind === "delay") await sleep(fault.ms, undefined, { signal });
  if (fault?.kind === "hang")
    await new Promise((_, reject) => {
      signal.addEventListener("abort", reject, { once: true });
    });
}

async function finish({ jobs, log }: TrainerOptions, job: Job, end: Partial<Job>): Promise<void> {
  const { status } = await jobs.change(job.requestId, { ...end, doneAt: new Date().toISOString() });
  const reason = end.info?.["error"];
  log(`training ${job.requestId} ${status}${typeof reason === "string" ? `: ${reason}` : ""}`);
}

function describeProgress(job: Job, elapsedMs: number, trainingMs: number): Record<string, number> {
  // Never 1 while it runs: writing the weights comes after the last step.
  const progress = Math.min(0.99, elapsedMs / Math.max(1, trainingMs));
  const totalSteps = Number(job.payload["steps"] ?? 0);
  return {
    progress: Math.round(progress * 1000) / 1000,
    step: Math.floor(totalSteps * progress),
    total_steps: totalSteps,
    eta_seconds: Math.max(1, Math.ceil((trainingMs - elapsedMs) / 1000)),
  };
}
