import { Hono } from "hono";
import * as z from "zod";

import type { Control } from "../control";
import { acceptEvent } from "./accept-event";
import type { Engine } from "./engine";
import { makeSeededUlid, makeUlid } from "./make-ulid";
import type { StoredEvent } from "./state";

/** The most one request may carry (Inngest docs, "Usage limits", read 2026-11-22). */
const MAX_BYTES = 512 * 1024;

const IncomingEvent = z.looseObject({
  id: z.string().min(1).nullish(),
  name: z.string().min(1),
  data: z.record(z.string(), z.unknown()).nullish(),
  ts: z.number().nullish(),
});
type IncomingEvent = z.infer<typeof IncomingEvent>;
const Incoming = z.union([z.array(IncomingEvent), IncomingEvent.transform((event) => [event])]);

/** `POST /e/:key`, where the SDK sends events. The faults on "events" act here. */
export function eventRoutes(engine: Engine, control: Control): Hono {
  const routes = new Hono();

  routes.post("/e/:key", async (c) => {
    const text = await c.req.text();
    if (text.length > MAX_BYTES) return c.json({ error: "Event is over the max size", status: 413 }, 413);
    const parsed = Incoming.safeParse(parseJson(text));
    if (!parsed.success) return c.json({ error: z.prettifyError(parsed.error), status: 400 }, 400);
    const seed = c.req.header("x-inngest-event-id-seed");

    const fault = control.take("events");
    // hono types statuses as literals; the fault's is checked to be 400 to 599
    if (fault?.kind === "status")
      return c.json({ error: "On purpose", status: fault.status }, fault.status as 500);
    if (fault?.kind === "garbage") return c.text("<html>not what you expected</html>", 200);
    if (fault?.kind === "delay") await new Promise((resolve) => setTimeout(resolve, fault.ms));
    if (fault?.kind === "hang") return new Promise<Response>(() => undefined);

    const events = store(parsed.data, seed);
    if (fault?.kind === "drop") {
      engine.log(`dropped ${events.map(({ event }) => event.name).join(", ")} on purpose`);
    } else {
      accept(events);
      if (fault?.kind === "duplicate") accept(store(parsed.data, undefined));
    }
    return c.json({ ids: events.map(({ id }) => id), status: 200 });
  });

  routes.get("/v1/events", (c) =>
    c.json({ data: [...engine.store.state.events.values()].reverse().slice(0, 100) }),
  );

  const accept = (events: StoredEvent[]) => {
    engine.store.transact(() => {
      for (const event of events) {
        engine.store.record({ type: "event/accepted", event });
        acceptEvent(engine, event);
      }
    });
  };
  return routes;
}

function store(incoming: IncomingEvent[], seed: string | undefined): StoredEvent[] {
  const now = Date.now();
  return incoming.map((event, index) => {
    const id = seed === undefined ? makeUlid() : makeSeededUlid(seed, index);
    return {
      id,
      receivedAt: now,
      event: { ...event, id: event.id ?? id, data: event.data ?? {}, ts: event.ts ?? now },
    };
  });
}

function parseJson(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch {
    return undefined;
  }
}
