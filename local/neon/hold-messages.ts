import { Hono } from "hono";
import * as z from "zod";

/** Stops what clients send to Postgres in the middle of their work: `/__control/holds`. */
export interface MessageHolds {
  /** Told of each message that its client will wait on, before it goes on. */
  onRoundTrip: () => void;
  /** What a message has to wait for now; undefined when it may go on. */
  wait: () => Promise<void> | undefined;
  /** `POST {"after": n}` lets n more round trips through and holds whatever comes then; `GET` tells whether something is held and how many went through since; `DELETE` lets go. */
  routes: Hono;
}

/** Makes the holds of a front. */
export function holdMessages(): MessageHolds {
  let left: number | undefined;
  let passed = 0;
  let gate: { opened: Promise<void>; open: () => void } | undefined;

  const letGo = () => {
    left = undefined;
    gate?.open();
    gate = undefined;
  };

  const routes = new Hono();
  routes.post("/__control/holds", async (c) => {
    letGo();
    left = z.object({ after: z.number().int().nonnegative() }).parse(await c.req.json()).after;
    passed = 0;
    return c.json({ after: left });
  });
  routes.get("/__control/holds", (c) => c.json({ isHeld: gate !== undefined, passed }));
  routes.delete("/__control/holds", (c) => {
    letGo();
    return c.body(null, 204);
  });

  return {
    routes,
    onRoundTrip: () => {
      passed += 1;
      if (left === undefined || gate) return;
      if (left > 0) {
        left -= 1;
        return;
      }
      let open: () => void = () => undefined;
      const opened = new Promise<void>((resolve) => (open = resolve));
      gate = { opened, open };
    },
    wait: () => gate?.opened,
  };
}
