import type { CallApp } from "./call-app";
import { driveRun } from "./drive-run";
import type { Engine } from "./engine";
import type { Holds } from "./hold-calls";
import { createSlots } from "./limits";
import type { SentCall } from "./sdk-answer";
import { nextDueOf, settleDue } from "./settle-due";
import type { Run } from "./state";

const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Ready extends SentCall {
  key: string;
  run: Run;
}

export interface Dispatcher {
  /** Looks at these runs again: sends what is due and sets a timer for what is not yet. */
  refresh: (runIds: Iterable<string>) => void;
  stop: () => void;
}

/**
 * Sends the requests that runs ask for, as soon as they are due and the concurrency limits let them, those of higher
 * priority and longer waiting first. Wakes on changes and timers only; what it keeps can be told again from the state.
 */
export function createDispatcher(engine: Engine, callApp: CallApp, holds: Holds): Dispatcher {
  const { store } = engine;
  const slots = createSlots();
  const timers = new Map<string, NodeJS.Timeout>();
  const ready = new Map<string, Ready[]>();
  const flying = new Set<string>();
  let isStopped = false;
  let isPumping = false;

  const refreshRun = (runId: string) => {
    clearTimeout(timers.get(runId));
    timers.delete(runId);
    ready.delete(runId);
    const run = store.state.runs.get(runId);
    if (!run || run.ending) return;

    const now = Date.now();
    const calls = callsOf(run).filter(({ key }) => !flying.has(key));
    const due = calls.filter(({ call }) => call.dueAt <= now);
    if (due.length > 0) ready.set(runId, due);

    const later = calls.filter(({ call }) => call.dueAt > now).map(({ call }) => call.dueAt);
    const wakeAt = Math.min(nextDueOf(engine, run), ...later);
    if (wakeAt === Infinity) return;
    const wait = Math.min(Math.max(wakeAt - now, 0), LONGEST_TIMER_MS);
    timers.set(runId, setTimeout(wake, wait, runId));
  };

  const wake = (runId: string) => {
    const run = store.state.runs.get(runId);
    if (!run || isStopped) return;
    store.transact(() => {
      settleDue(engine, run);
    });
    refresh([runId]);
  };

  const refresh = (runIds: Iterable<string>) => {
    if (isStopped) return;
    for (const runId of runIds) refreshRun(runId);
    pump();
  };

  const pump = () => {
    if (isPumping) return; // sending marks a run as started, which comes back here
    isPumping = true;
    try {
      const waiting = [...ready.values()].flat().sort((a, b) => rankOf(a.run) - rankOf(b.run));
      for (const next of waiting) {
        const config = store.state.functions.get(next.run.functionId)?.config;
        if (!config || flying.has(next.key) || next.run.ending) continue;
        const giveBack = slots.take(config, next.run.event);
        if (giveBack) void fly(next, config, giveBack);
      }
    } finally {
      isPumping = false;
    }
  };

  const fly = async (sent: Ready, config: Parameters<CallApp["call"]>[0], giveBack: () => void) => {
    const { run, key } = sent;
    flying.add(key);
    if (run.startedAt === undefined) {
      store.transact(() => {
        store.record({ type: "run/started", runId: run.id, at: Date.now() });
      });
    }
    refreshRun(run.id);
    const what = { stepId: sent.stepId, attempt: sent.call.attempt };
    await holds.at(run, { stepId: sent.stepId, when: "before" });
    const answer = await callApp.call(config, run, what);
    await holds.at(run, { stepId: sent.stepId, when: "after" });
    flying.delete(key);
    giveBack();
    if (isStopped) return;
    store.transact(() => {
      driveRun(engine, run, { sent, answer });
    });
    refresh([run.id]);
  };

  return {
    refresh,
    stop: () => {
      isStopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

function callsOf(run: Run): Ready[] {
  const stackLength = run.stack.length;
  const planned = Object.values(run.steps).flatMap(({ id, pending }) =>
    pending?.kind === "call"
      ? [{ key: `${run.id}/${id}`, run, stepId: id, call: pending.call, stackLength }]
      : [],
  );
  if (!run.discovery) return planned;
  return [...planned, { key: `${run.id}/`, run, stepId: null, call: run.discovery, stackLength }];
}

/** Priority is time: 60 seconds of it overtake whatever was queued up to 60 seconds before. */
function rankOf(run: Run): number {
  return run.queuedAt - run.prioritySeconds * 1000;
}
