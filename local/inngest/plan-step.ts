import { endRun } from "./end-run";
import { lastingMs } from "./engine";
import type { Engine } from "./engine";
import { makeUlid } from "./make-ulid";
import { invokeRun } from "./queue-run";
import type { Operation } from "./sdk-answer";
import type { Pending, Run, SdkError, Step } from "./state";

/**
 * Takes up one operation of the SDK's answer: settles a step that ran, or notes what a step waits for.
 * An operation on a step that is settled or under way already changes nothing.
 */
export function planStep(engine: Engine, run: Run, operation: Operation): void {
  const known = run.steps[operation.id];
  if (run.ending || known?.settledAt !== undefined) return;

  switch (operation.op) {
    case "RunComplete":
    case "DiscoveryRequest":
      return;
    case "StepRun":
      settle(engine, run, { operation, memo: { data: operation.data ?? null } });
      return;
    case "StepFailed":
    case "StepError":
      settle(engine, run, { operation, memo: { error: errorOf(operation) } });
      return;
    default:
      if (!known?.pending) wait(engine, run, operation);
  }
}

/** A step as it is first heard of. */
export function newStep(operation: Operation): Step {
  return {
    id: operation.id,
    name: operation.displayName ?? operation.name ?? operation.id,
    // Whether it ran at once, was planned first or failed: to people it is a step that runs.
    op: operation.op.startsWith("Step") ? "StepRun" : operation.op,
    plannedAt: Date.now(),
    pending: null,
    failures: [],
    ...(operation.opts?.["parallelMode"] === "race" ? { race: true } : {}),
  };
}

function settle(
  engine: Engine,
  run: Run,
  { operation, memo }: { operation: Operation; memo: unknown },
): void {
  const { record } = engine.store;
  const at = Date.now();
  const stepId = operation.id;
  if (!run.steps[stepId]) record({ type: "step/planned", runId: run.id, step: newStep(operation) });
  if (operation.op === "StepFailed") {
    const attempt = run.steps[stepId]?.failures.length ?? 0;
    record({
      type: "attempt/failed",
      runId: run.id,
      stepId,
      failure: { at, attempt, error: errorOf(operation) },
    });
  }
  record({ type: "step/settled", runId: run.id, stepId, memo, at });
}

function wait(engine: Engine, run: Run, operation: Operation): void {
  if (operation.op === "InvokeFunction") {
    invoke(engine, run, operation);
    return;
  }
  const pending = pendingOf(engine, operation);
  if (!pending) {
    const message = `The local executor does not know ${operation.op}.`;
    endRun(engine, run, { status: "Failed", error: { name: "UnsupportedOperation", message } });
    return;
  }
  engine.store.record({ type: "step/planned", runId: run.id, step: { ...newStep(operation), pending } });
}

function pendingOf(engine: Engine, operation: Operation): Pending | undefined {
  const now = Date.now();
  const option = (name: string) => {
    const value = operation.opts?.[name];
    return typeof value === "string" ? value : undefined;
  };
  switch (operation.op) {
    case "StepPlanned":
      return { kind: "call", call: { attempt: 0, dueAt: now } };
    case "Sleep":
      // The duration is in `name` (inngest 4.24.0, seen on the wire).
      return { kind: "sleep", dueAt: now + lastingMs(engine, operation.name ?? "") };
    case "WaitForEvent":
      return {
        kind: "event",
        name: operation.name ?? "",
        condition: option("if"),
        dueAt: now + lastingMs(engine, option("timeout") ?? ""),
      };
    default:
      return undefined;
  }
}

function invoke(engine: Engine, run: Run, operation: Operation): void {
  const { record, state } = engine.store;
  const stepId = operation.id;
  const functionId = String(operation.opts?.["function_id"]);
  const config = state.functions.get(functionId)?.config;
  const payload = operation.opts?.["payload"];
  const data = isRecord(payload) && isRecord(payload["data"]) ? payload["data"] : {};
  const timeout = operation.opts?.["timeout"];
  const now = Date.now();

  record({ type: "step/planned", runId: run.id, step: newStep(operation) });
  const id = makeUlid();
  const event = { id, name: "inngest/function.invoked", data, ts: now };
  const runId =
    config &&
    invokeRun(engine, config, { stored: { id, event, receivedAt: now }, parent: { runId: run.id, stepId } });
  if (runId === undefined) {
    const message = config ? `${functionId} was skipped.` : `There is no function ${functionId}.`;
    const memo = { error: { name: "InngestInvokeError", message } };
    record({ type: "step/settled", runId: run.id, stepId, memo, at: now });
    return;
  }
  const dueAt = typeof timeout === "string" ? now + lastingMs(engine, timeout) : undefined;
  record({
    type: "step/planned",
    runId: run.id,
    step: { ...newStep(operation), pending: { kind: "run", runId, dueAt } },
  });
}

function errorOf(operation: Operation): SdkError {
  const { name, message, stack } = operation.error ?? { name: "Error", message: "The step failed." };
  return { name, message, stack };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
