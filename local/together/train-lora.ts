import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";

import sharp from "sharp";
import * as z from "zod";

import { ApiError } from "./api-error";
import { streamRemote } from "./fetch-remote";
import { encodeLora } from "./lora-file";
import { readDataset } from "./read-dataset";
import type { TrainingPhoto } from "./read-dataset";
import { TrainingError } from "./training-error";

const MAX_DATASET_BYTES = 500 * 1024 * 1024;
const PREVIEWS = 6;
const PREVIEW_PX = 768;

export const TrainingPayload = z.object({
  /** Submitted again under the same id, a training is not trained again. */
  training_id: z
    .string()
    .regex(/^[\w-]{1,100}$/)
    .optional(),
  dataset_url: z.url({ protocol: /^https?$/ }),
  trigger_word: z.string().min(2).max(40),
  class_word: z.string().min(1).max(40),
  steps: z.int().min(1).max(6000),
  rank: z.int().min(1).max(128).default(16),
  learning_rate: z.number().positive().max(1).default(1e-4),
  resolutions: z.array(z.int()).default([512, 768, 1024]),
  caption_dropout: z.number().min(0).max(1).default(0.05),
  base: z.literal("black-forest-labs/FLUX.2-dev").default("black-forest-labs/FLUX.2-dev"),
});
export type TrainingPayload = z.infer<typeof TrainingPayload>;

export interface Training {
  requestId: string;
  payload: TrainingPayload;
  /** Where the weights go, and what is needed meanwhile. */
  storageDir: string;
  trainingMs: number;
  signal: AbortSignal;
  /** Called once the dataset is read and the steps begin. */
  onSteps: () => void;
}

/**
 * Plays the trainer container: downloads and checks the dataset, takes `trainingMs` over the steps, writes the LoRA. A
 * training that has been trained under its id is handed out as it is.
 *
 * @returns the name of the weights in storage, and whether they were there.
 * @throws TrainingError when the dataset cannot be trained on.
 */
export async function trainLora(training: Training): Promise<{ name: string; isKnown: boolean }> {
  const { payload, requestId, storageDir, signal } = training;
  await mkdir(storageDir, { recursive: true, mode: 0o700 });
  const name = `${payload.training_id ?? requestId}-lora.safetensors`;
  if (await stat(join(storageDir, name)).catch(() => undefined)) return { name, isKnown: true };
  const dataset = join(storageDir, `${requestId}.dataset.zip.part`);
  try {
    await download(payload.dataset_url, dataset, signal);
    const photos = await readDataset(dataset, payload.trigger_word);

    training.onSteps();
    await sleep(training.trainingMs, undefined, { signal });

    const file = join(storageDir, name);
    await writeFile(`${file}.part`, await makeLora(payload, photos));
    await rename(`${file}.part`, file);
    return { name, isKnown: false };
  } finally {
    await rm(dataset, { force: true });
  }
}

async function download(url: string, file: string, signal: AbortSignal): Promise<void> {
  try {
    const body = await streamRemote(url, {
      param: "dataset_url",
      maxBytes: MAX_DATASET_BYTES,
      timeoutMs: 120_000,
    });
    await pipeline(body, createWriteStream(file, { mode: 0o600 }), { signal });
  } catch (cause) {
    if (signal.aborted) throw cause;
    const reason =
      cause instanceof ApiError ? cause.message : "Could not fetch dataset_url: the connection failed.";
    throw new TrainingError(reason, { cause });
  }
}

async function makeLora(payload: TrainingPayload, photos: readonly TrainingPhoto[]): Promise<Buffer> {
  const chosen = photos.filter((_, index) => index % Math.ceil(photos.length / PREVIEWS) === 0);
  const previews = await Promise.all(
    chosen.map(({ bytes }) =>
      sharp(bytes)
        .autoOrient()
        .resize({ width: PREVIEW_PX, height: PREVIEW_PX, fit: "outside", withoutEnlargement: true })
        .jpeg({ quality: 88 })
        .toBuffer(),
    ),
  );
  const metadata = {
    trigger_word: payload.trigger_word,
    class_word: payload.class_word,
    base: payload.base,
    steps: String(payload.steps),
    rank: String(payload.rank),
    learning_rate: String(payload.learning_rate),
    photos: String(photos.length),
  };
  return encodeLora({ metadata, previews });
}
