import { Hono } from "hono";
import * as z from "zod";
import type { Context } from "./context";
import { fail, recover, renew } from "./collect-payment";
import { changeSubscription, findPendingInvoice, subscriptionEvent } from "./change-records";
import { addMonths, DAY_MS } from "./instants";
import { cancel, expire, giveUp, pause, resume, settleDue } from "./move-subscription";
import { periodStart } from "./period-start";
import type { Subscription } from "./records";
import { refundInvoice } from "./refund";

const simpleActs = [
  "renew",
  "fail",
  "recover",
  "give-up",
  "cancel",
  "resume",
  "expire",
  "pause",
  "unpause",
] as const;
const id = z.coerce.number().int();

/** What a test may let happen. */
export const Act = z.union([
  z.object({ act: z.enum(simpleActs), subscription: id }),
  /** Of the newest paid invoice, or of the one named; all of it, or the cents named. */
  z.object({
    act: z.literal("refund"),
    subscription: id,
    invoice: id.optional(),
    amount: z.number().int().positive().optional(),
  }),
  /** Lets days pass for one subscription: it is as if it had been bought, or renewed, so much earlier, and what has become due happens. */
  z.object({ act: z.literal("pass"), subscription: id, days: z.number().positive() }),
  /** Lets hours pass for the webhooks that wait: late ones, and retries. */
  z.object({ act: z.literal("wait"), hours: z.number().positive() }),
  /** "Resend" in the dashboard. */
  z.object({ act: z.literal("resend"), delivery: z.string() }),
]);
export type Act = z.infer<typeof Act>;

/** The handles of tests: `POST /__act` lets time and fortune do their work, `GET /__deliveries` shows the webhooks, newest first. */
export function actRoutes(context: Context): Hono {
  const { records, webhooks, log } = context;
  const routes = new Hono();

  routes.get("/__deliveries", (c) => c.json({ deliveries: records.deliveries.list() }));
  routes.get("/__subscriptions", (c) => c.json({ subscriptions: records.subscriptions.list() }));
  routes.post("/__act", async (c) => {
    const parsed = Act.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) return c.json({ error: z.prettifyError(parsed.error) }, 400);
    const act = parsed.data;
    log(`act ${JSON.stringify(act)}`);

    if (act.act === "wait") webhooks.hurry(act.hours * 60 * 60 * 1000);
    else if (act.act === "resend") {
      if (!webhooks.resend(act.delivery)) return c.json({ error: "There is no such delivery." }, 404);
    } else {
      const subscription = records.subscriptions.find(act.subscription);
      if (!subscription) return c.json({ error: "There is no such subscription." }, 404);
      const refusal = perform(context, subscription, act);
      if (refusal) return c.json({ error: refusal }, 409);
    }
    return c.json({ ok: true });
  });
  return routes;
}

type SubscriptionAct = Exclude<Act, { act: "wait" | "resend" }>;

/** @returns why it cannot be done now. */
function perform(context: Context, subscription: Subscription, act: SubscriptionAct): string | undefined {
  switch (act.act) {
    case "refund": {
      const invoice = context.records.invoices
        .list()
        .find((each) =>
          act.invoice === undefined
            ? each.subscriptionId === subscription.id && each.status === "paid"
            : each.id === act.invoice,
        );
      return invoice && refundInvoice(context, invoice, act.amount) ? undefined : "Nothing can be refunded.";
    }
    case "pass":
      passDays(context, subscription, act.days);
      return undefined;
    case "recover": {
      const pending = findPendingInvoice(context, subscription.id);
      if (!pending) return "No payment has failed.";
      recover(context, subscription, pending);
      return undefined;
    }
    case "pause":
      pause(context, subscription, { mode: "void", resumesAt: null });
      return undefined;
    case "unpause":
      pause(context, subscription, null);
      return undefined;
    default:
      simple[act.act](context, subscription);
      return undefined;
  }
}

function passDays(context: Context, subscription: Subscription, days: number): void {
  const { invoices } = context.records;
  const earlier = (instant: number) => instant - Math.round(days * DAY_MS);
  const { createdAt, renewsAt, endsAt } = subscription;
  // A calendar month from its new start, which may be shorter or longer than the one before.
  const due = addMonths(earlier(periodStart(context, subscription)), 1);
  const aged = changeSubscription(context, subscription, {
    createdAt: earlier(createdAt),
    renewsAt: due,
    endsAt: endsAt === null ? null : endsAt === renewsAt ? due : earlier(endsAt),
  });
  for (const invoice of invoices.list().filter((each) => each.subscriptionId === subscription.id)) {
    invoices.save({ ...invoice, createdAt: earlier(invoice.createdAt) });
  }
  context.webhooks.emit([subscriptionEvent(context, "subscription_updated", aged)]);
  settleDue(context, subscription.id);
}

const simple = { renew, fail, "give-up": giveUp, cancel, resume, expire };
