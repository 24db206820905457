/**
 * Together AI on loopback, for a machine with no internet.
 *
 * Imitates, as of 2026-11-22: `POST /v1/images/generations`, `POST /v1/chat/completions`, `GET /v1/models`, `/v1/queue/*` and `/v1/storage/*`, after
 * together-ai 0.52.0 (2026-09-11), togethercomputer/openapi (2026-04-28) and docs.together.ai. The queue serves one
 * deployment, a container that trains FLUX.2 [dev] LoRAs with a payload of our own (the vendor trains none itself).
 *
 * Does not imitate: any actual model. Pictures are drawn from the very files a request hands in, and marked "local
 * preview". The chat model adds a few words
 * to what it is asked. No rate limits, no billing, no moderation model (a word list), no streaming, no files, no fine-tuning API.
 */
import * as z from "zod";

import { startTogether } from "./start-together";

const milliseconds = z.coerce.number().int().nonnegative();

const settings = z
  .object({
    LOCAL_TOGETHER_PORT: z.coerce.number().int(),
    LIKENESS_HOME: z.string().default(".likeness"),
    TOGETHER_API_KEY: z.string().min(1),
    TOGETHER_TRAINER_DEPLOYMENT: z.string().min(1).default("likeness-trainer"),
    /** How long the steps of a training take. */
    LOCAL_TOGETHER_TRAINING_MS: milliseconds.default(20_000),
    /** How long a job stays pending before a worker takes it. */
    LOCAL_TOGETHER_CLAIM_MS: milliseconds.default(1_000),
    /** "1" answers with plain colours, in milliseconds. */
    LOCAL_TOGETHER_PLAIN: z.enum(["0", "1"]).default("0"),
  })
  .parse(process.env);

const together = await startTogether({
  port: settings.LOCAL_TOGETHER_PORT,
  apiKey: settings.TOGETHER_API_KEY,
  dir: `${settings.LIKENESS_HOME}/together`,
  deployment: settings.TOGETHER_TRAINER_DEPLOYMENT,
  trainingMs: settings.LOCAL_TOGETHER_TRAINING_MS,
  claimMs: settings.LOCAL_TOGETHER_CLAIM_MS,
  isPlain: settings.LOCAL_TOGETHER_PLAIN === "1",
  log: (line) => {
    console.log(line);
  },
});
console.log(`Together is up on ${together.origin}/v1`);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void together.close().then(() => process.exit(0));
  });
}
