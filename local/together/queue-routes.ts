import { Hono } from "hono";
import * as z from "zod";

import type { Control } from "../control";
import { ApiError } from "./api-error";
import { faulty } from "./faults";
import type { TogetherEnv } from "./faults";
import type { Job, JobStore } from "./job-store";
import type { Trainer } from "./trainer";

const JsonObject = z.record(z.string(), z.unknown());
const SubmitRequest = z.object({
  model: z.string().min(1),
  payload: JsonObject,
  info: JsonObject.default({}),
  priority: z.int().default(0),
});
const JobReference = z.object({ model: z.string().min(1), request_id: z.string().min(1) });
const ModelReference = z.object({ model: z.string().min(1) });

export interface QueueRouteOptions {
  control: Control;
  jobs: JobStore;
  trainer: Trainer;
  /** The one deployment that exists. */
  deployment: string;
}

/** `/queue/{submit,status,cancel,clear,metrics}`. Faults on "queue"; `duplicate` makes two jobs of one submit. */
export function queueRoutes({ control, jobs, trainer, deployment }: QueueRouteOptions): Hono<TogetherEnv> {
  const routes = new Hono<TogetherEnv>();
  routes.use("/queue/*", faulty(control, "queue"));

  const requireDeployment = (model: string): void => {
    if (model !== deployment) throw notFound(`There is no deployment ${model}.`, "model");
  };
  const requireJob = ({ model, request_id }: z.infer<typeof JobReference>): Job => {
    requireDeployment(model);
    const job = jobs.find(request_id);
    if (job?.model !== model) throw notFound(`There is no request ${request_id}.`, "request_id");
    return job;
  };

  routes.post("/queue/submit", async (c) => {
    const request = parse(SubmitRequest, await c.req.json().catch(() => null));
    requireDeployment(request.model);
    if (c.var.fault?.kind === "duplicate") await jobs.add(request);
    const job = await jobs.add(request);
    trainer.wake();
    return c.json({ requestId: job.requestId });
  });

  routes.get("/queue/status", (c) => {
    const job = requireJob(parse(JobReference, c.req.query()));
    return c.json(describeJob(job, trainer.progressOf(job)));
  });

  routes.post("/queue/cancel", async (c) => {
    const job = requireJob(parse(JobReference, await c.req.json().catch(() => null)));
    if (job.status !== "pending")
      return c.json({ status: job.status }, job.status === "canceled" ? 200 : 409);
    const { status } = await jobs.change(job.requestId, {
      status: "canceled",
      doneAt: new Date().toISOString(),
    });
    return c.json({ status });
  });

  routes.post("/queue/clear", async (c) => {
    const { model } = parse(ModelReference, await c.req.json().catch(() => null));
    requireDeployment(model);
    const pending = jobs.list().filter((job) => job.status === "pending");
    for (const job of pending)
      await jobs.change(job.requestId, { status: "canceled", doneAt: new Date().toISOString() });
    return c.json({ canceled_count: pending.length });
  });

  routes.get("/queue/metrics", (c) => {
    requireDeployment(parse(ModelReference, c.req.query()).model);
    const count = (status: Job["status"]): number =>
      jobs.list().filter((job) => job.status === status).length;
    const waiting = count("pending");
    const running = count("running");
    return c.json({ messages_waiting: waiting, messages_running: running, total_jobs: waiting + running });
  });
  return routes;
}

function describeJob(job: Job, progress: Record<string, number>) {
  return {
    request_id: job.requestId,
    model: job.model,
    status: job.status,
    priority: job.priority,
    retries: job.retries,
    created_at: job.createdAt,
    inputs: job.payload,
    info: { ...job.info, ...progress },
    ...(job.claimedAt === undefined ? {} : { claimed_at: job.claimedAt }),
    ...(job.doneAt === undefined ? {} : { done_at: job.doneAt }),
    ...(job.outputs === undefined ? {} : { outputs: job.outputs }),
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const param = issue?.path.join(".") || "body";
  throw new ApiError(400, `Invalid ${param}: ${issue?.message ?? "not understood"}`, {
    param,
    code: "invalid_parameter",
  });
}

function notFound(message: string, param: string): ApiError {
  return new ApiError(404, message, { type: "not_found_error", param, code: "not_found" });
}
