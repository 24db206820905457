/**
 * Lemon Squeezy on loopback: the JSON:API, the hosted checkout, the customer portal and the webhooks, on one port.
 *
 * Imitated, as of 2026-11-22, from docs.lemonsqueezy.com, the source and types of @lemonsqueezy/lemonsqueezy.js 4.0.0
 * (2024-11), and webhook bodies seen in public; never compared with the live service. Our assumptions, where none of them say:
 * - the order of events, and 25 ms between those of one change; `meta.webhook_id` is the same in every attempt;
 * - a renewal's failure leaves `renews_at` and one pending invoice, which a better card pays at once;
 * - portal and invoice addresses are valid for six hours; the portal charges a change of plan at once.
 *
 * Does not imitate: trials, usage billing, quantities, discounts, licences, taxes, currencies, PayPal, `include`, the rate
 * limit, e-mails, lemon.js overlays, and everything else that sells no plan.
 */
import * as z from "zod";
import { startLemonSqueezy } from "./start-lemonsqueezy";

const settings = z
  .object({
    LOCAL_LEMONSQUEEZY_PORT: z.coerce.number().int().positive(),
    LIKENESS_HOME: z.string().min(1),
    LEMONSQUEEZY_API_KEY: z.string().min(1),
    LEMONSQUEEZY_WEBHOOK_SECRET: z.string().min(6).max(40),
    LOCAL_LEMONSQUEEZY_WEBHOOK_URL: z.url().optional(),
    /** Waits before a webhook's retries: `5000,25000,125000`. */
    LOCAL_LEMONSQUEEZY_RETRY_MS: z
      .string()
      .transform((text) => text.split(",").map(Number))
      .pipe(z.array(z.number().int().nonnegative()))
      .optional(),
  })
  .parse(process.env);

const vendor = await startLemonSqueezy({
  port: settings.LOCAL_LEMONSQUEEZY_PORT,
  dir: `${settings.LIKENESS_HOME}/lemonsqueezy`,
  apiKey: settings.LEMONSQUEEZY_API_KEY,
  webhookSecret: settings.LEMONSQUEEZY_WEBHOOK_SECRET,
  webhookUrl: settings.LOCAL_LEMONSQUEEZY_WEBHOOK_URL,
  retryMs: settings.LOCAL_LEMONSQUEEZY_RETRY_MS,
  log: (line) => {
    console.log(line);
  },
});
console.log(`listening on ${vendor.origin}`);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void vendor.close().then(() => process.exit(0));
  });
}
