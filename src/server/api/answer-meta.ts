import type { TRPCError } from "@trpc/server";

import { retryAfterOf } from "./trpc";

/** The headers of what tRPC answers: nothing is kept, and who asked too often is told when to ask again. */
export function answerMeta({ errors }: { errors: readonly TRPCError[] }): { headers: Headers } {
  const headers = new Headers({ "cache-control": "private, no-store" });
  const waits = errors.map(retryAfterOf).filter((wait) => wait !== undefined);
  if (waits.length > 0) headers.set("retry-after", String(Math.max(...waits)));
  return { headers };
}
