import { Hono } from "hono";
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import * as z from "zod";

import { createRandom } from "./photos/random";

/** One thing that goes wrong on purpose. `on` names a part of the vendor ("images", "storage", "callback"…); `times` is how often, 1 when left out; with `every` it only strikes every so many requests, with `share` that share of them by chance, until a reset. */
export const Fault = z.intersection(
  z.object({
    on: z.string().min(1),
    times: z.number().int().positive().default(1),
    every: z.number().int().positive().optional(),
    share: z.number().gt(0).max(1).optional(),
  }),
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("status"), status: z.number().int().min(400).max(599) }),
    z.object({ kind: z.literal("delay"), ms: z.number().int().nonnegative() }),
    z.object({ kind: z.literal("garbage") }),
    z.object({ kind: z.literal("shrink") }),
    z.object({ kind: z.literal("hang") }),
    z.object({ kind: z.literal("policy") }),
    z.object({ kind: z.literal("drop") }),
    z.object({ kind: z.literal("duplicate") }),
    z.object({ kind: z.literal("shuffle") }),
    z.object({ kind: z.literal("forged") }),
    z.object({ kind: z.literal("late") }),
  ]),
);
export type Fault = z.infer<typeof Fault>;

const ControlRequest = z.union([
  /** `seed`: of what is left to chance from now on. */
  z.object({ faults: z.array(Fault), seed: z.string().optional() }),
  /** `on`: drops that part's faults alone, so that those who share a vendor leave each other's faults and counts be. */
  z.object({ reset: z.literal(true), on: z.string().optional() }),
]);

export interface Control {
  /** Uses up one turn of the oldest active fault on `part`, or undefined when there is none. */
  take: (part: string) => Fault | undefined;
  /** Counts every request by method and route pattern; mount it first. */
  counting: MiddlewareHandler;
  /** `GET /__control` and `POST /__control`. */
  routes: Hono;
}

/** The handle by which tests watch a local vendor and make it misbehave. `origin` is where it listens. */
export function createControl(name: string, origin: () => string): Control {
  const counts = new Map<string, number>();
  const spared = new WeakMap<Fault, number>();
  let faults: Fault[] = [];
  let random = createRandom(name);
  let underWay = 0;

  const describe = () => ({ name, origin: origin(), counts: Object.fromEntries(counts), underWay, faults });

  /** One draw decides among all the faults of a part, so that each has its share and no request has two. */
  const drawFault = (part: string): Fault | undefined => {
    const chances = faults.filter(({ on, share }) => on === part && share !== undefined);
    if (chances.length === 0) return undefined;
    let left = random.between(0, 1);
    return chances.find(({ share = 0 }) => (left -= share) < 0);
  };

  const routes = new Hono();
  routes.get("/__control", (c) => c.json(describe()));
  routes.post("/__control", async (c) => {
    const parsed = ControlRequest.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) return c.json({ error: z.prettifyError(parsed.error) }, 400);
    if ("reset" in parsed.data) {
      const { on } = parsed.data;
      if (on !== undefined) {
        faults = faults.filter((fault) => fault.on !== on);
        return c.json(describe());
      }
      faults = [];
      counts.clear();
    } else {
      if (parsed.data.seed !== undefined) random = createRandom(parsed.data.seed);
      faults.push(...parsed.data.faults);
    }
    return c.json(describe());
  });

  return {
    take: (part) => {
      const drawn = drawFault(part);
      if (drawn) return drawn;
      const fault = faults.find(({ on, share }) => on === part && share === undefined);
      if (!fault) return undefined;
      if (fault.every !== undefined) {
        const seen = (spared.get(fault) ?? 0) + 1;
        spared.set(fault, seen % fault.every);
        if (seen < fault.every) return undefined;
      }
      fault.times -= 1;
      if (fault.times <= 0) faults = faults.filter((candidate) => candidate !== fault);
      return fault;
    },
    counting: async (c, next) => {
      if (c.req.path.startsWith("/__control")) return next();
      underWay += 1;
      await next().finally(() => {
        underWay -= 1;
      });
      const endpoint = `${c.req.method} ${routePath(c)}`;
      counts.set(endpoint, (counts.get(endpoint) ?? 0) + 1);
    },
    routes,
  };
}
