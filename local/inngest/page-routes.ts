import { Hono } from "hono";
import { html } from "hono/html";

import type { Engine } from "./engine";
import { layOut, showStatus, showText, showTime, showValue } from "./page-parts";
import { newestFirst } from "./run-routes";
import { statusOf } from "./state";
import type { FailedAttempt, Run, Step } from "./state";

const SHOWN_RUNS = 100;

/** The pages for people: `/` lists runs, `/runs/:id` shows one with its steps, attempts, outputs and errors. */
export function pageRoutes(engine: Engine): Hono {
  const routes = new Hono();
  const { state } = engine.store;

  routes.get("/", (c) => {
    const runs = newestFirst(state).slice(0, SHOWN_RUNS);
    const body = html`<h1>Runs</h1>
      <p>
        Functions of ${engine.settings.appUrl}: ${state.functions.size}. Runs under way: ${state.active.size}.
      </p>
      ${runs.length === 0 ? html`<p>Nothing has run yet.</p>` : listRuns(runs)}`;
    return c.html(layOut("Runs", { body, refreshSeconds: 2 }));
  });

  routes.get("/runs/:id", (c) => {
    const run = state.runs.get(c.req.param("id"));
    if (!run) {
      const body = html`<h1>No such run</h1>
        <p>Finished runs are kept until 500 newer ones have finished. <a href="/">All runs</a></p>`;
      return c.html(layOut("No such run", { body }), 404);
    }
    return c.html(layOut(run.functionId, { body: showRun(run), refreshSeconds: run.ending ? undefined : 2 }));
  });

  return routes;
}

function listRuns(runs: Run[]) {
  return html`<table>
    <thead>
      <tr>
        <th>Status</th>
        <th>Function</th>
        <th>Event</th>
        <th>Queued</th>
        <th>Took</th>
        <th>Steps</th>
      </tr>
    </thead>
    <tbody>
      ${runs.map(
        (run) =>
          html`<tr>
            <td>${showStatus(statusOf(run))}</td>
            <td><a href="/runs/${run.id}">${run.functionId}</a></td>
            <td>${run.event.name}</td>
            <td>${showTime(run.queuedAt)}</td>
            <td>${tookOf(run)}</td>
            <td>${run.stack.length} of ${Object.keys(run.steps).length}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function showRun(run: Run) {
  const { ending } = run;
  return html`<p><a href="/">All runs</a></p>
    <h1>${run.functionId} ${showStatus(statusOf(run))}</h1>
    <p><code>${run.id}</code>, queued ${showTime(run.queuedAt)}, took ${tookOf(run)}</p>
    ${run.parent ? html`<p>Invoked by <a href="/runs/${run.parent.runId}">${run.parent.runId}</a></p>` : ""}
    ${ending?.status === "Completed" ? showValue("Result", ending.result) : ""}
    ${ending?.status === "Failed" ? showText("Error", ending.error.stack ?? `${ending.error.name}: ${ending.error.message}`) : ""}
    ${ending?.status === "Cancelled" ? html`<p>${ending.reason}</p>` : ""}
    ${
      run.failures.length > 0
        ? html`<h2>Failed attempts</h2>
            ${showFailures(run.failures)}`
        : ""
    }
    <h2>Steps</h2>
    ${Object.keys(run.steps).length === 0 ? html`<p>None yet.</p>` : Object.values(run.steps).map(showStep)}
    <h2>Event</h2>
    ${showValue(run.event.name, run.event)}`;
}

function showStep(step: Step) {
  return html`<section>
    <h3>${step.name} <small>${step.op}</small> ${showStatus(stateOf(step))}</h3>
    <p>
      ${showTime(step.plannedAt)}${
        step.settledAt === undefined
          ? waitOf(step)
          : `, settled after ${inSeconds(step.settledAt - step.plannedAt)}`
      }
    </p>
    ${showFailures(step.failures)} ${step.settledAt === undefined ? "" : showValue("Output", step.memo)}
  </section>`;
}

function showFailures(failures: FailedAttempt[]) {
  return failures.map(
    ({ at, attempt, error }) =>
      html`<p class="failure">
        Attempt ${attempt + 1}, ${showTime(at)}: <strong>${error.name}</strong> ${error.message}
      </p>`,
  );
}

function stateOf(step: Step): string {
  if (step.settledAt !== undefined) return isFailure(step.memo) ? "Failed" : "Completed";
  return step.pending && step.pending.kind !== "call" ? "Waiting" : "Running";
}

function waitOf({ pending }: Step): string {
  switch (pending?.kind) {
    case "sleep":
      return `, asleep for another ${inSeconds(Math.max(0, pending.dueAt - Date.now()))}`;
    case "event":
      return `, waits for ${pending.name} ${pending.condition ?? ""}`;
    case "run":
      return `, waits for run ${pending.runId}`;
    case "call":
      return `, attempt ${pending.call.attempt + 1}`;
    case undefined:
      return "";
  }
}

function isFailure(memo: unknown): boolean {
  return typeof memo === "object" && memo !== null && "error" in memo;
}

function tookOf(run: Run): string {
  if (run.startedAt === undefined) return "–";
  return inSeconds((run.endedAt ?? Date.now()) - run.startedAt);
}

function inSeconds(millis: number): string {
  return millis < 1000 ? `${Math.round(millis)} ms` : `${(millis / 1000).toFixed(1)} s`;
}
