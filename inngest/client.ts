import { Inngest } from "inngest";

import { RequestIds } from "./request-ids";
import { TraceSteps } from "./trace-steps";
import { sdkLines } from "./write-lines";

/** Sends events and runs the functions. Its addresses and keys come from the environment by the SDK's own names. */
export const inngest = new Inngest({
  id: "likeness",
  middleware: [RequestIds, TraceSteps],
  logger: sdkLines,
});
