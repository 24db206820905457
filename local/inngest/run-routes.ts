import { Hono } from "hono";
import * as z from "zod";

import { endRun } from "./end-run";
import type { Engine } from "./engine";
import { FunctionConfig } from "./function-config";
import { makeUlid } from "./make-ulid";
import { invokeRun } from "./queue-run";
import { statusOf } from "./state";
import type { Run, State } from "./state";
import { rememberFunctions } from "./sync-app";

const Registration = z.object({ appName: z.string().catch("app"), functions: z.array(FunctionConfig) });
const Invocation = z.object({ data: z.record(z.string(), z.unknown()).default({}) });

/** Inngest's REST as far as the SDK and tests need it, and `GET /v1/runs`, which is ours. `onFunctions`: one registered. */
export function runRoutes(engine: Engine, onFunctions: () => void): Hono {
  const routes = new Hono();
  const { state } = engine.store;

  routes.get("/dev", (c) =>
    c.json({ version: "local", functions: [...state.functions.values()].map(({ config }) => config) }),
  );

  routes.post("/fn/register", async (c) => {
    const parsed = Registration.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) return c.json({ ok: false, error: z.prettifyError(parsed.error) }, 400);
    rememberFunctions(engine, parsed.data.appName, parsed.data.functions);
    onFunctions();
    return c.json({ ok: true, modified: true });
  });

  routes.get("/v1/runs", (c) => {
    const limit = Math.min(Number(c.req.query("limit") ?? 100) || 100, 1000);
    const functionId = c.req.query("function");
    const runs = newestFirst(state).filter(
      (run) => functionId === undefined || run.functionId === functionId,
    );
    return c.json({ data: runs.slice(0, limit).map(inDetail) });
  });

  routes.get("/v1/runs/:id", (c) => {
    const run = state.runs.get(c.req.param("id"));
    return run ? c.json({ data: inDetail(run) }) : c.json({ error: "No such run", status: 404 }, 404);
  });

  routes.delete("/v1/runs/:id", (c) => {
    const run = state.runs.get(c.req.param("id"));
    if (!run) return c.json({ error: "No such run", status: 404 }, 404);
    engine.store.transact(() => {
      endRun(engine, run, { status: "Cancelled", reason: "By request." });
    });
    return c.body(null, 204);
  });

  routes.get("/v1/events/:id/runs", (c) => {
    const id = c.req.param("id");
    const runs = newestFirst(state).filter((run) => run.eventId === id || run.event.id === id);
    return c.json({ data: runs.map(inBrief) });
  });

  /** As the dev server: a run of one function, whatever its triggers. `id` is "app-function". */
  routes.post("/invoke/:id", async (c) => {
    const config = state.functions.get(c.req.param("id"))?.config;
    if (!config) return c.json({ error: "No such function", status: 404 }, 404);
    const parsed = Invocation.safeParse(await c.req.json().catch(() => ({})));
    if (!parsed.success) return c.json({ error: z.prettifyError(parsed.error), status: 400 }, 400);
    const id = makeUlid();
    const now = Date.now();
    const event = { id, name: "inngest/function.invoked", data: parsed.data.data, ts: now };
    const runId = engine.store.transact(() =>
      invokeRun(engine, config, { stored: { id, event, receivedAt: now } }),
    );
    return c.json({ status: 200, data: { event_id: id, run_id: runId ?? null } });
  });

  return routes;
}

/** Runs by the time they were queued, newest first. */
export function newestFirst(state: State): Run[] {
  return [...state.runs.values()].sort((a, b) => b.queuedAt - a.queuedAt || b.id.localeCompare(a.id));
}

function inBrief(run: Run) {
  const { ending } = run;
  return {
    run_id: run.id,
    status: statusOf(run),
    function_id: run.functionId,
    event_id: run.eventId,
    run_started_at: toIso(run.startedAt),
    ended_at: toIso(run.endedAt),
    output:
      ending?.status === "Completed" ? ending.result : ending?.status === "Failed" ? ending.error : null,
  };
}

function inDetail(run: Run) {
  const { ending } = run;
  return {
    ...inBrief(run),
    queued_at: toIso(run.queuedAt),
    event: run.event,
    error: ending?.status === "Failed" ? ending.error : null,
    reason: ending?.status === "Cancelled" ? ending.reason : null,
    failures: run.failures,
    steps: Object.values(run.steps).map((step) => ({
      id: step.id,
      name: step.name,
      op: step.op,
      attempts: attemptsOf(step),
      failures: step.failures,
      waits_for: step.pending,
      memo: step.memo ?? null,
      planned_at: toIso(step.plannedAt),
      settled_at: toIso(step.settledAt),
    })),
  };
}

function attemptsOf(step: Run["steps"][string]): number {
  const hasSucceeded = step.settledAt !== undefined && isRecord(step.memo) && "data" in step.memo;
  return step.failures.length + (step.op === "StepRun" && hasSucceeded ? 1 : 0);
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function toIso(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}
