import { NonRetriableError } from "inngest";

import { Failure } from "~/server/errors";

/** Awaits a step's verb. A Failure that trying again cannot mend ends the step; anything else is tried again. */
export async function settle<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Failure && error.code !== "VENDOR_BUSY") throw asFinal(error);
    throw error;
  }
}

/** A Failure as Inngest is told of it when trying again cannot mend it. It keeps its name: see reason-of.ts. */
export function asFinal(failure: Failure): NonRetriableError {
  return Object.assign(new NonRetriableError(failure.message, { cause: failure }), { name: failure.name });
}
