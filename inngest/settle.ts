import { NonRetriableError } from "inngest";

import { Failure } from "~/server/errors";

/** Awaits a step's verb. A Failure that trying again cannot mend ends the step; anything else is tried again. */
export async function settle<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Failure && error.code !== "VENDOR_BUSY") {
      throw new NonRetriableError(error.message, { cause: error });
    }
    throw error;
  }
}
