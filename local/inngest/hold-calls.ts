import { Hono } from "hono";
import * as z from "zod";

import type { Engine } from "./engine";
import type { Run } from "./state";

/** Where a step is to stop: before the app is asked to run it, or after it has answered and before that is written down. `*` at the end of a name stands for anything. */
const Hold = z.object({
  function: z.string().min(1),
  step: z.string().min(1),
  when: z.enum(["before", "after"]),
});
type Hold = z.infer<typeof Hold>;

/** Stops calls where somebody wants to kill something: `/__control/holds`. */
export interface Holds {
  /** Waits when a hold is set for this step of the run. */
  at: (run: Run, what: { stepId: string | null; when: Hold["when"] }) => Promise<void>;
  /** `POST` sets one hold, for the first step that fits, and lets go of what is held; `GET` tells what is held, how many runs are not over, and the steps seen; `DELETE` lets go and forgets. */
  routes: Hono;
}

/** Makes the holds of an executor. They are in memory: one that is killed holds nothing. */
export function holdCalls(engine: Engine): Holds {
  let wanted: Hold | undefined;
  let held: { hold: Hold; letGo: () => void } | undefined;
  const seen = new Map<string, { function: string; step: string }>();

  const letGo = () => {
    held?.letGo();
    held = undefined;
  };

  const routes = new Hono();
  routes.post("/__control/holds", async (c) => {
    wanted = Hold.parse(await c.req.json());
    letGo();
    return c.json({ wanted });
  });
  routes.get("/__control/holds", (c) =>
    c.json({
      held: held?.hold ?? null,
      wanted: wanted ?? null,
      active: engine.store.state.active.size,
      seen: [...seen.values()],
    }),
  );
  routes.delete("/__control/holds", (c) => {
    wanted = undefined;
    letGo();
    seen.clear();
    return c.body(null, 204);
  });

  return {
    routes,
    at: async (run, { stepId, when }) => {
      const step = stepId === null ? undefined : run.steps[stepId]?.name;
      if (step === undefined) return;
      seen.set(`${run.functionId}/${step}`, { function: run.functionId, step });
      if (wanted?.when !== when || !fits(wanted.function, run.functionId) || !fits(wanted.step, step)) return;
      wanted = undefined;
      await new Promise<void>((resolve) => {
        held = { hold: { function: run.functionId, step, when }, letGo: resolve };
      });
    },
  };
}

function fits(pattern: string, name: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}
