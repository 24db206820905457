import * as z from "zod";

import { requestDb } from "~/kysely/request";
import { listLedger } from "~/server/billing/list-ledger";
import { cancelPlan, changePlan, openInvoice, openPortal, resumePlan } from "~/server/billing/manage-plan";
import { previewChange } from "~/server/billing/preview-change";
import { listInvoicesFor } from "~/server/billing/queries";
import { readOverview } from "~/server/billing/read-overview";
import { paidPlanIds } from "~/server/billing/sold-plans";
import { startCheckout } from "~/server/billing/start-checkout";
import { ensureUser } from "~/server/users/ensure-user";

import { limited, router, userProcedure } from "../trpc";

const LEDGER_PAGE = 50;
/** Four years of months and changes. */
const MOST_INVOICES = 100;

const toPlan = z.object({ plan: z.enum(paidPlanIds) });

export const billingRouter = router({
  /** How the user's plan stands. On first sight it makes their row. */
  overview: userProcedure.query(async ({ ctx }) => {
    const known = await readOverview(ctx.db, ctx.userId);
    if (known) return known;

    const connection = requestDb();
    try {
      await ensureUser(connection, { id: ctx.userId });
      const fresh = await readOverview(connection, ctx.userId);
      if (!fresh) throw new Error(`User ${ctx.userId} has no account after it was made.`);
      return fresh;
    } finally {
      await connection.destroy();
    }
  }),

  /** Starts buying a plan. The browser goes to `url` and comes back to `/plan?checkout=<id of overview.checkout>`. */
  checkout: userProcedure
    .input(toPlan)
    .use(limited("pay"))
    .mutation(async ({ ctx, input }) => {
      await ensureUser(ctx.db, { id: ctx.userId });
      return {
        url: await startCheckout(ctx.db, { userId: ctx.userId, origin: ctx.origin ?? null, ...input }),
      };
    }),

  /** What changing to a plan costs now and changes. */
  previewChange: userProcedure
    .input(toPlan)
    .use(limited("pay"))
    .query(({ ctx, input }) => previewChange(ctx.db, { userId: ctx.userId, ...input })),

  changePlan: userProcedure
    .input(toPlan)
    .use(limited("pay"))
    .mutation(({ ctx, input }) => changePlan(ctx.db, { userId: ctx.userId, ...input })),

  cancel: userProcedure.use(limited("pay")).mutation(({ ctx }) => cancelPlan(ctx.db, ctx.userId)),

  resume: userProcedure.use(limited("pay")).mutation(({ ctx }) => resumePlan(ctx.db, ctx.userId)),

  /** The user's invoices, newest first. */
  invoices: userProcedure.query(({ ctx }) =>
    listInvoicesFor(ctx.db, { userId: ctx.userId, limit: MOST_INVOICES }),
  ),

  /** The address of one invoice's document at the seller; works for a while, so ask on click. */
  invoice: userProcedure
    .input(z.object({ invoiceId: z.uuid() }))
    .use(limited("pay"))
    .mutation(async ({ ctx, input }) => ({
      url: await openInvoice(ctx.db, { userId: ctx.userId, ...input }),
    })),

  /** The address of the user's own page at the seller; works for a while, so ask on click. */
  portal: userProcedure
    .input(z.object({ page: z.enum(["portal", "paymentMethod", "changePlan"]) }))
    .use(limited("pay"))
    .mutation(async ({ ctx, input }) => ({
      url: await openPortal(ctx.db, { userId: ctx.userId, ...input }),
    })),

  /** The user's credits, newest entry first, a page at a time; `nextCursor` is null on the last one. */
  ledger: userProcedure.input(z.object({ cursor: z.uuid().optional() })).query(async ({ ctx, input }) => {
    const { userId } = ctx;
    const rows = await listLedger(ctx.db, { userId, before: input.cursor, limit: LEDGER_PAGE + 1 });
    const entries = rows.slice(0, LEDGER_PAGE);
    return { entries, nextCursor: rows.length > LEDGER_PAGE ? (entries.at(-1)?.id ?? null) : null };
  }),
});
