import { Middleware } from "inngest";
import * as z from "zod";

import { logProblem, withRequestId } from "~/server/request-id";

const Traced = z.object({ data: z.object({ requestId: z.uuid() }) });
/** A function's own failure comes as an event that holds the one it failed with. */
const Failed = z.object({ data: z.object({ event: Traced }) });

/** The request that an event goes back to; undefined for what no request began. */
function readRequestId(event: unknown): string | undefined {
  const traced = Traced.safeParse(event);
  if (traced.success) return traced.data.data.requestId;
  const failed = Failed.safeParse(event);
  return failed.success ? failed.data.data.event.data.requestId : undefined;
}

/** Lets whatever a function and its steps log and send name the request that began it. A class, because the SDK asks for one. */
export class RequestIds extends Middleware.BaseMiddleware {
  readonly id = "request-ids";

  override wrapFunctionHandler({ ctx, next }: Middleware.WrapFunctionHandlerArgs): Promise<unknown> {
    return withRequestId(readRequestId(ctx.event), next);
  }

  override wrapStepHandler({ ctx, next }: Middleware.WrapStepHandlerArgs): Promise<unknown> {
    return withRequestId(readRequestId(ctx.event), next);
  }

  override onStepError({ ctx, error, fn, stepInfo, isFinalAttempt }: Middleware.OnStepErrorArgs): void {
    const end = isFinalAttempt ? "failed for good" : "failed and is tried again";
    withRequestId(readRequestId(ctx.event), () => {
      logProblem(`${fn.id()} ${stepInfo.options.id} ${end}`, error);
    });
  }
}
