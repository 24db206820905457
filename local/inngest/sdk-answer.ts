import * as z from "zod";

import type { Call } from "./state";

export const SdkErrorShape = z.looseObject({
  name: z.string().catch("Error"),
  message: z.string().catch("Unknown error"),
  stack: z.string().optional().catch(undefined),
});

/** One operation of the SDK's 206 answer. `id` is the hash of the step's id. */
export const Operation = z.object({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z.record(z.string(), z.unknown()).nullish(),
  data: z.unknown(),
  error: SdkErrorShape.nullish(),
});
export type Operation = z.infer<typeof Operation>;

export const Operations = z.union([z.array(Operation), Operation.transform((operation) => [operation])]);

/** What came of one request to the app. */
export type Answer =
  | { kind: "finished"; protocol: number; result: unknown }
  | {
      kind: "operations";
      protocol: number;
      operations: Operation[];
      isRetriable: boolean;
      retryAfterMs?: number | undefined;
    }
  | {
      kind: "threw";
      error: z.infer<typeof SdkErrorShape>;
      isRetriable: boolean;
      retryAfterMs?: number | undefined;
    }
  | { kind: "refused"; message: string };

/** A request that was sent: where, which attempt, and how many steps had settled then. */
export interface SentCall {
  stepId: string | null;
  call: Call;
  stackLength: number;
}
