import { AsyncLocalStorage } from "node:async_hooks";

import * as z from "zod";

import { requestIdHeader } from "~/catalog/request-proof";
import { writeLine } from "~/log/write-line";

import { newId } from "./new-id";

const Id = z.uuid();

const held = new AsyncLocalStorage<string | undefined>();

/** The id that src/proxy.ts gave a request. It does not stand before addresses of files: what a visitor says there is no id of ours. */
export function readRequestId(headers: Headers): string {
  return Id.safeParse(headers.get(requestIdHeader)).data ?? newId();
}

/** Does something on behalf of a request, so that whatever is logged or sent meanwhile names it. */
export function withRequestId<T>(requestId: string | undefined, work: () => T): T {
  return held.run(requestId, work);
}

/** The request on whose behalf something happens; undefined for what happens by itself, as a nightly sweep. */
export function currentRequestId(): string | undefined {
  return held.getStore();
}

/** Writes to the log that something is wrong, and in which request. */
export function logProblem(sentence: string, error?: unknown): void {
  writeLine({ level: "error", message: sentence, requestId: currentRequestId(), error });
}
