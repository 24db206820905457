import { Middleware } from "inngest";
import * as z from "zod";

import { tellSurprise } from "~/server/telemetry/tell";
import { count, inTrace, outcomeOf, withSpan } from "~/server/telemetry/measure";

const Carried = z.object({ data: z.object({ trace: z.string() }) });

/** Makes each step a span of the trace in which its event was sent: `announce` hands that on. */
export class TraceSteps extends Middleware.BaseMiddleware {
  readonly id = "trace-steps";

  override async wrapStepHandler({
    ctx,
    fn,
    next,
    stepInfo,
  }: Middleware.WrapStepHandlerArgs): Promise<unknown> {
    const carried = Carried.safeParse(ctx.event);
    const { id } = stepInfo.options;
    // Ids within a step's name would make as many names as there are pictures.
    const name = id.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID");
    const facts = { function: fn.id(), step: id, attempt: ctx.attempt };
    const from = carried.success ? carried.data.data.trace : undefined;
    return inTrace(from, () =>
      withSpan(`step ${name}`, facts, () =>
        next().catch((error: unknown) => {
          if (outcomeOf(error) === "surprise") tellSurprise({ error, where: `${facts.function} ${name}` });
          count("likeness.failures", 1, { function: facts.function, reason: outcomeOf(error) });
          throw error;
        }),
      ),
    );
  }
}
