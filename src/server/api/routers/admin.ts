import * as z from "zod";

import { readOperations } from "~/server/operations/read-operations";
import { decideReport } from "~/server/privacy/decide-report";
import { readAdmin } from "~/server/privacy/read-admin";

import { operatorProcedure, router } from "../trpc";

export const adminRouter = router({
  /** What an operator has to look at, and what was done. */
  overview: operatorProcedure.query(async ({ ctx }) => {
    const [asked, operations] = await Promise.all([readAdmin(ctx.db), readOperations(ctx.db)]);
    return { ...asked, operations };
  }),

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
