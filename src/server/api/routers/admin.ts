import * as z from "zod";

import { decideReport } from "~/server/privacy/decide-report";
import { readAdmin } from "~/server/privacy/read-admin";

import { operatorProcedure, router } from "../trpc";

export const adminRouter = router({
  /** What an operator has to look at, and what was done. */
  overview: operatorProcedure.query(({ ctx }) => readAdmin(ctx.db)),

  decide: operatorProcedure
    .input(
      z.object({
        reportId: z.uuid(),
        decision: z.enum(["keep-hidden", "restore", "delete"]),
        note: z.string().trim().max(500),
      }),
    )
    .mutation(({ ctx, input }) => decideReport(ctx.db, { operatorId: ctx.userId, ...input })),
});
