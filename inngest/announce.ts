import { currentRequestId, logProblem } from "~/server/request-id";
import { currentTrace } from "~/server/telemetry/measure";

import { inngest } from "./client";

/** An event as its type's `create` makes it. */
interface Announcement {
  name: string;
  data: object;
  id?: string | undefined;
}

/**
 * Sends an event whose row is already committed. A send that fails is logged, not thrown: the row is there and
 * `sweep` sends for it again, while the user's own work is done. It names the request that it goes back to.
 */
export async function announce(event: Announcement): Promise<void> {
  try {
    const requestId = currentRequestId();
    const trace = currentTrace();
    // Beside what the event says: its steps belong to the request and to the trace of who sent it.
    const data = {
      ...event.data,
      ...(requestId !== undefined && { requestId }),
      ...(trace !== undefined && { trace }),
    };
    const { name, id } = event;
    await inngest.send({ name, data, ...(id !== undefined && { id }) });
  } catch (error) {
    logProblem("An event could not be sent; the sweep will send it again.", error);
  }
}
