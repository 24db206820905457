import { Hono } from "hono";
import { listenOnLoopback } from "../../launcher/listen-on-loopback";

export interface Heard {
  event: string;
  signature: string;
  body: string;
}

/** The app's side of the webhooks: hears everything, and answers with the codes it is told to, then with 200. */
export async function openListener() {
  const heard: Heard[] = [];
  const codes: number[] = [];
  const routes = new Hono();
  routes.post("/hook", async (c) => {
    const event = c.req.header("x-event-name") ?? "";
    heard.push({ event, signature: c.req.header("x-signature") ?? "", body: await c.req.text() });
    return new Response(null, { status: codes.shift() ?? 200 });
  });
  const server = await listenOnLoopback(routes, 0);
  return {
    ...server,
    heard,
    events: () => heard.map(({ event }) => event),
    /** The next answers. */
    answerWith: (...next: number[]) => codes.push(...next),
  };
}
