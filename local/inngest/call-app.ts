import { Agent, request } from "undici";

import type { Control } from "../control";
import type { Engine } from "./engine";
import { maxAttemptsOf } from "./function-config";
import type { FunctionConfig } from "./function-config";
import { IN_BAND } from "./sync-app";
import type { Answer } from "./sdk-answer";
import { readAnswer } from "./read-answer";
import type { Run } from "./state";

/** The longest a step may take (Inngest docs, "Usage limits", read 2026-11-22). */
const LONGEST_STEP_MS = 2 * 3_600_000;

export interface CallApp {
  /** Sends one request of a run; never rejects. `stepId` is a planned step's hash, or null to find out what comes next. */
  call: (
    config: FunctionConfig,
    run: Run,
    what: { stepId: string | null; attempt: number },
  ) => Promise<Answer>;
  close: () => Promise<void>;
}

/** Makes the client that calls the app's functions; the faults on "call" act here. */
export function createCallApp(engine: Engine, control: Control): CallApp {
  // Idle connections are dropped sooner than Node's servers do (5 s), so that none is reused just as the app closes it.
  const agent = new Agent({
    keepAliveTimeout: 2000,
    keepAliveMaxTimeout: 2000,
    headersTimeout: LONGEST_STEP_MS,
    bodyTimeout: LONGEST_STEP_MS,
    connections: null,
  });

  const send = async (config: FunctionConfig, run: Run, what: { stepId: string | null; attempt: number }) => {
    const stepId = what.stepId ?? "step";
    const response = await request(urlOf(engine, config, stepId), {
      method: "POST",
      dispatcher: agent,
      headers: {
        "content-type": "application/json",
        "x-inngest-server-kind": "dev",
        "x-inngest-req-version": String(run.protocol),
        "x-inngest-step-id": stepId,
        "x-run-id": run.id,
      },
      body: JSON.stringify(
        bodyOf(run, { ...what, maxAttempts: maxAttemptsOf(config), plansFirst: engine.settings.plansFirst }),
      ),
    });
    return readAnswer(engine, {
      status: response.statusCode,
      header: (name) => response.headers[name]?.toString(),
      text: await response.body.text(),
    });
  };

  return {
    call: async (config, run, what) => {
      const fault = control.take("call");
      if (fault?.kind === "drop") return lost("The request was dropped on purpose.");
      if (fault?.kind === "status") return lost(`The app answered ${fault.status}, on purpose.`);
      if (fault?.kind === "delay") await new Promise((resolve) => setTimeout(resolve, fault.ms));
      try {
        if (fault?.kind === "duplicate") await send(config, run, what);
        return await send(config, run, what);
      } catch (error) {
        return isRefused(error) ? { kind: "refused", message: messageOf(error) } : lost(messageOf(error));
      }
    },
    close: () => agent.destroy(),
  };
}

/** Functions that the app of ours told about are called where that app is now: its port may differ from when it synced. */
function urlOf(engine: Engine, config: FunctionConfig, stepId: string): URL {
  const url = new URL(config.steps.step.runtime.url);
  if (engine.store.state.functions.get(config.id)?.app === IN_BAND) {
    const { protocol, host, pathname } = new URL(engine.settings.appUrl);
    Object.assign(url, { protocol, host, pathname });
  }
  url.searchParams.set("stepId", stepId);
  return url;
}

/** Without `ctx.fn_id` the SDK does not checkpoint: each step comes back to us before the next one starts. */
function bodyOf(
  run: Run,
  what: { stepId: string | null; attempt: number; maxAttempts: number; plansFirst: boolean },
): unknown {
  return {
    ctx: {
      run_id: run.id,
      attempt: what.attempt,
      max_attempts: what.maxAttempts,
      disable_immediate_execution: run.parallel || what.plansFirst,
      use_api: false,
      env: "",
      step_id: "step",
      stack: { stack: run.stack, current: run.stack.length },
    },
    event: run.event,
    events: [run.event],
    steps: Object.fromEntries(run.stack.map((id) => [id, run.steps[id]?.memo ?? null])),
    defers: {},
    version: run.protocol,
    use_api: false,
  };
}

function lost(message: string): Answer {
  return { kind: "threw", error: { name: "RequestError", message, stack: undefined }, isRetriable: true };
}

function isRefused(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isRefused);
  return error instanceof Error && "code" in error && error.code === "ECONNREFUSED";
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ("code" in error ? String(error.code) : error.name);
}
