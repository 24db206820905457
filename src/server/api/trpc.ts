import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import * as z from "zod";

import type { RateId } from "~/catalog/rates";
import type { Db } from "~/kysely/database";
import { httpDb } from "~/kysely/http";
import { requestDb } from "~/kysely/request";
import { noteRefusal } from "~/log/note-refusal";
import { Failure } from "~/server/errors";
import type { FailureCode } from "~/server/errors";
import { logProblem, withRequestId } from "~/server/request-id";
import { takeUse } from "~/server/rates/take-use";
import { withSpan } from "~/server/telemetry/measure";
import { tellSurprise } from "~/server/telemetry/tell";
import { isOperator } from "~/server/vendors/clerk";

import { hasUnstorableText } from "./has-unstorable-text";

/** What every procedure starts from. */
export interface ApiContext {
  /** From the session; null when signed out. */
  userId: string | null;
  /** Shown to the user with a surprise and written in our log. */
  requestId: string;
  /** SHA-256 of the client's address, hex; null when unknown. */
  addressHash: string | null;
  /** What this request reads from: queries of procedures that are called together travel together. */
  readDb: Db;
  /** The page's own origin, as the browser says: only for the way back to it. */
  origin?: string | null;
}

const t = initTRPC.context<ApiContext>().create({
  transformer: superjson,
  errorFormatter: ({ shape, error, ctx }) => ({
    ...shape,
    data: {
      ...shape.data,
      stack: undefined,
      failure: error.cause instanceof Failure ? error.cause.code : null,
      retryAfterSeconds: retryAfterOf(error) ?? null,
      requestId: ctx?.requestId ?? null,
    },
  }),
});

/** When asking again can help; undefined where that is not known. */
export function retryAfterOf(error: TRPCError): number | undefined {
  return error.cause instanceof Failure ? error.cause.retryAfterSeconds : undefined;
}

const trpcCode = {
  NOT_FOUND: "NOT_FOUND",
  INVALID: "BAD_REQUEST",
  NOT_READY: "PRECONDITION_FAILED",
  OUT_OF_CREDITS: "PAYMENT_REQUIRED",
  PLAN_LIMIT: "FORBIDDEN",
  TOO_OFTEN: "TOO_MANY_REQUESTS",
  REFUSED: "UNPROCESSABLE_CONTENT",
  VENDOR_BUSY: "SERVICE_UNAVAILABLE",
  VENDOR_UNAVAILABLE: "SERVICE_UNAVAILABLE",
} as const satisfies Record<FailureCode, TRPCError["code"]>;

/** Postgres refused a row whose user is gone: a session outlives its account by up to a minute. */
const AccountGone = z.object({ code: z.literal("23503"), constraint: z.string().endsWith("_user_id_fkey") });

/** What is logged and sent on behalf of a request names it. */
const carryRequestId = t.middleware(({ ctx, next }) => withRequestId(ctx.requestId, () => next()));

/** The one place a Failure becomes a tRPC error. Anything else stays a 500 with its message withheld. */
const translateFailures = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;

  const { cause } = result.error;
  if (cause instanceof Failure) {
    throw new TRPCError({ code: trpcCode[cause.code], message: cause.message, cause });
  }
  if (AccountGone.safeParse(cause).success) {
    throw new TRPCError({ code: "UNAUTHORIZED", message: "This account has been deleted." });
  }
  if (result.error.code === "INTERNAL_SERVER_ERROR") {
    logProblem(`${path} failed`, cause ?? result.error);
    tellSurprise({ error: cause ?? result.error, where: path, requestId: ctx.requestId });
    const message = `Something went wrong on our side. If it stays, tell us the number ${ctx.requestId}.`;
    throw new TRPCError({ code: "INTERNAL_SERVER_ERROR", message, cause });
  }
  return result;
});

/** A span for each procedure; what it throws is in `result`, so that is thrown once to be seen. */
const traceCalls = t.middleware(({ path, type, next }) => {
  return withSpan(`procedure ${path}`, { type }, next);
});

/** For every procedure, because a schema that forgets it is a 500 that anybody can call forth. */
const refuseUnstorable = t.middleware(async ({ getRawInput, next }) => {
  if (!hasUnstorableText(await getRawInput())) return next();
  throw new Failure("INVALID", "There is a character in this text that cannot be kept. Type it anew.");
});

const requireUser = t.middleware(({ ctx, next }) => {
  if (ctx.userId === null) {
    noteRefusal("signed-out", ctx.requestId);
    throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first." });
  }
  return next({ ctx: { userId: ctx.userId } });
});

/** Queries read over HTTP, what is called together in one round trip; mutations get a connection that can hold a transaction, closed with the request. */
const openDb = t.middleware(async ({ ctx, type, next }) => {
  if (type === "query") return next({ ctx: { db: ctx.readDb } });
  const connection = requestDb();
  try {
    const db: Db = connection;
    return await next({ ctx: { db } });
  } finally {
    await connection.destroy();
  }
});

/** For everyone else there is no such place. */
const requireOperator = t.middleware(async ({ ctx, next }) => {
  if (ctx.userId === null) {
    noteRefusal("operator", ctx.requestId);
    throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first." });
  }
  if (!(await isOperator(ctx.userId))) {
    noteRefusal("operator", ctx.requestId);
    throw new Failure("NOT_FOUND", "There is no such page.");
  }
  return next({ ctx: { userId: ctx.userId } });
});

/**
 * Refuses what somebody does too often. It stands after the input, so that bad input costs nobody a use, and asks over HTTP:
 * one round trip, and none of a connection for who is refused.
 */
export const limited = (what: RateId) =>
  t.middleware(async ({ ctx, next }) => {
    await takeUse(httpDb(), { what, userId: ctx.userId, addressHash: ctx.addressHash });
    return next();
  });

export const { router, createCallerFactory } = t;

const base = t.procedure.use(carryRequestId).use(traceCalls).use(translateFailures).use(refuseUnstorable);

/** For signed-in people: `ctx.userId` is theirs and comes from the session alone. */
export const userProcedure = base.use(requireUser).use(openDb);

/** For everyone, signed in or not. */
export const openProcedure = base.use(openDb);

/** For people whose public metadata at Clerk says `{"role": "operator"}`. */
export const operatorProcedure = base.use(requireOperator).use(openDb);
