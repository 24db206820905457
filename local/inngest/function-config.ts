import * as z from "zod";

const ConcurrencyLimit = z.object({
  limit: z.number(),
  key: z.string().optional(),
  scope: z.enum(["fn", "env", "account"]).optional(),
});

/** What the SDK says about one function when it is asked to sync (inngest 4.24.0, `InngestFunction.getConfig`). */
export const FunctionConfig = z.object({
  id: z.string().min(1),
  name: z.string().optional(),
  triggers: z.array(
    z.object({
      event: z.string().optional(),
      expression: z.string().optional(),
      cron: z.string().optional(),
    }),
  ),
  steps: z.object({
    step: z.object({
      runtime: z.object({ url: z.url() }),
      retries: z.object({ attempts: z.number().int().nonnegative().optional() }).optional(),
    }),
  }),
  concurrency: z
    .union([z.number(), ConcurrencyLimit, z.array(z.union([z.number(), ConcurrencyLimit])).max(2)])
    .optional(),
  cancel: z
    .array(z.object({ event: z.string(), if: z.string().optional(), timeout: z.string().optional() }))
    .optional(),
  idempotency: z.string().optional(),
  rateLimit: z.object({ limit: z.number(), period: z.string(), key: z.string().optional() }).optional(),
  throttle: z
    .object({
      limit: z.number(),
      period: z.string(),
      key: z.string().optional(),
      burst: z.number().optional(),
    })
    .optional(),
  debounce: z
    .object({ period: z.string(), key: z.string().optional(), timeout: z.string().optional() })
    .optional(),
  batchEvents: z.unknown().optional(),
  priority: z.object({ run: z.string().optional() }).optional(),
  singleton: z.object({ key: z.string().optional(), mode: z.enum(["skip", "cancel"]) }).optional(),
  timeouts: z.object({ start: z.string().optional(), finish: z.string().optional() }).optional(),
});
export type FunctionConfig = z.infer<typeof FunctionConfig>;
export type ConcurrencyLimit = z.infer<typeof ConcurrencyLimit>;

/** Requests per step before it has failed for good; the SDK leaves `attempts` out for its default of 3 retries. */
export function maxAttemptsOf(config: FunctionConfig): number {
  return (config.steps.step.retries?.attempts ?? 3) + 1;
}
