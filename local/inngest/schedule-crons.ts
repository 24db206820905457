import { Cron } from "croner";

import type { Engine } from "./engine";
import { queueRun } from "./queue-run";

export interface Crons {
  /** Follows the functions' cron triggers as they are now. */
  refresh: () => void;
  stop: () => void;
}

/** Runs functions on their cron triggers ("TZ=Europe/Paris 0 12 * * *"). Ticks missed while nothing ran are not made up. */
export function scheduleCrons(engine: Engine): Crons {
  let jobs: Cron[] = [];
  const stop = () => {
    for (const job of jobs) job.stop();
    jobs = [];
  };

  const tick = (functionId: string, expression: string, dueAt: Date) => {
    const config = engine.store.state.functions.get(functionId)?.config;
    if (!config) return;
    // The tick is in the id, so a restart within the same tick does not run it twice.
    const id = `${functionId}|${expression}|${dueAt.toISOString()}`;
    const event = { id, name: "inngest/scheduled.timer", data: { cron: expression }, ts: dueAt.getTime() };
    const stored = { id, event, receivedAt: Date.now() };
    engine.store.transact(() => {
      engine.store.record({ type: "event/accepted", event: stored });
      queueRun(engine, config, stored);
    });
  };

  return {
    stop,
    refresh: () => {
      stop();
      for (const { config } of engine.store.state.functions.values()) {
        for (const { cron } of config.triggers) {
          if (cron === undefined) continue;
          try {
            jobs.push(startJob(cron, (dueAt) => tick(config.id, cron, dueAt)));
          } catch (error) {
            engine.log(`${config.id} has a cron we cannot read: ${String(error)}`);
          }
        }
      }
    },
  };
}

function startJob(expression: string, onTick: (dueAt: Date) => void): Cron {
  const zone = /^(?:CRON_)?TZ=(\S+)\s+(.*)$/.exec(expression);
  return new Cron(zone?.[2] ?? expression, { timezone: zone?.[1] ?? "UTC", unref: true }, (job: Cron) => {
    onTick(job.currentRun() ?? new Date());
  });
}
