import { APIError } from "together-ai";
import * as z from "zod";

import { env } from "~/env";
import { Failure } from "~/server/errors";
import { withSpan } from "~/server/telemetry/measure";

import { asFailure, parseReply, together, translate } from "./together-client";

/** A picture takes 5 to 40 s; past this Together has lost it. */
const IMAGE_TIMEOUT_MS = 120_000;

export interface PictureOrder {
  /** Together's name of the FLUX model. */
  togetherId: string;
  prompt: string;
  /** What to leave out; null where the FLUX model takes none. */
  negativePrompt: string | null;
  widthPx: number;
  heightPx: number;
  seed: number;
  steps: number | null;
  guidance: number | null;
  /** Where its subject comes from. */
  likeness:
    | { from: "nothing" }
    | { from: "references"; urls: string[] }
    | { from: "one-image"; url: string }
    | { from: "lora"; url: string; scale: number };
}

/**
 * Has one picture made.
 *
 * @returns the encoded picture, as Together sent it; the caller checks that it decodes.
 * @throws Failure REFUSED when the content policy refused it, VENDOR_BUSY when trying again can help,
 *   VENDOR_UNAVAILABLE when only the operator can help.
 */
export async function makeImage(order: PictureOrder): Promise<Buffer> {
  const { togetherId: model, likeness, widthPx, heightPx } = order;
  const facts = { model, likeness: likeness.from, widthPx, heightPx };
  return withSpan("together make-image", facts, () => askForImage(order));
}

async function askForImage(order: PictureOrder): Promise<Buffer> {
  const { togetherId, prompt, negativePrompt, widthPx, heightPx, seed, steps, guidance, likeness } = order;
  const answer = await translate(
    together().images.generate(
      {
        model: togetherId,
        prompt,
        width: widthPx,
        height: heightPx,
        seed,
        n: 1,
        output_format: "jpeg",
        response_format: "base64",
        ...(negativePrompt !== null && { negative_prompt: negativePrompt }),
        ...(steps !== null && { steps }),
        ...(guidance !== null && { guidance_scale: guidance }),
        ...(likeness.from === "references" && { reference_images: likeness.urls }),
        ...(likeness.from === "one-image" && { image_url: likeness.url }),
        ...(likeness.from === "lora" && { image_loras: [{ path: likeness.url, scale: likeness.scale }] }),
      },
      { timeout: IMAGE_TIMEOUT_MS },
    ),
  );
  return Buffer.from(parseReply(ImageReply, answer).data[0].b64_json, "base64");
}

const ImageReply = z.object({ data: z.tuple([z.object({ b64_json: z.base64().min(1) })], z.unknown()) });

/** The trainer's input: our own contract with the container behind TOGETHER_TRAINER_DEPLOYMENT. */
export interface TrainingOrder {
  deployment: string;
  modelId: string;
  /** Names the training: however often it is submitted, it is trained once, and its weights are one file. */
  trainingId: string;
  /** A ZIP of `NN.jpg` with `NN.txt` captions. */
  datasetUrl: string;
  triggerWord: string;
  classWord: string;
  steps: number;
  rank: number;
  learningRate: number;
  resolutions: readonly number[];
  captionDropout: number;
  base: string;
}

/** Puts a training in the queue. @returns the job's id. @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE */
export async function submitJob(order: TrainingOrder): Promise<string> {
  return withSpan("together submit-job", {}, () => submit(order));
}

async function submit(order: TrainingOrder): Promise<string> {
  const job = await translate(
    together().beta.jig.queue.submit({
      model: order.deployment,
      payload: {
        training_id: order.trainingId,
        dataset_url: order.datasetUrl,
        trigger_word: order.triggerWord,
        class_word: order.classWord,
        steps: order.steps,
        rank: order.rank,
        learning_rate: order.learningRate,
        resolutions: [...order.resolutions],
        caption_dropout: order.captionDropout,
        base: order.base,
      },
      info: { modelId: order.modelId },
    }),
  );
  return parseReply(z.object({ requestId: z.string().min(1) }), job).requestId;
}

const Job = z.object({
  status: z.enum(["pending", "running", "done", "failed", "canceled"]),
  info: z
    .object({
      /** 0..1, when the trainer tells. */
      progress: z.number().min(0).max(1).optional(),
      eta_seconds: z.number().nonnegative().optional(),
      error: z.string().optional(),
    })
    .nullish(),
  outputs: z.object({ weights: z.url().optional() }).nullish(),
});
export type Job = z.infer<typeof Job>;

/** How a training stands. @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE */
export async function readJob(deployment: string, jobId: string): Promise<Job> {
  return withSpan("together read-job", { jobId }, async () => {
    const job = await translate(together().beta.jig.queue.retrieve({ model: deployment, request_id: jobId }));
    return parseReply(Job, job);
  });
}

/** Asks for a job to be dropped. One that already runs goes on to its end and is ignored: Together answers 409. */
export async function cancelJob(deployment: string, jobId: string): Promise<void> {
  try {
    await together().beta.jig.queue.cancel({ model: deployment, request_id: jobId });
  } catch (error) {
    if (error instanceof APIError && (error.status === 409 || error.status === 404)) return;
    throw asFailure(error);
  }
}

/** How a training stands; undefined once Together knows nothing of it. @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE */
export async function findJob(deployment: string, jobId: string): Promise<Job | undefined> {
  try {
    const job = await together().beta.jig.queue.retrieve({ model: deployment, request_id: jobId });
    return parseReply(Job, job);
  } catch (error) {
    if (error instanceof APIError && isStatus(error, 404)) return undefined;
    throw error instanceof Failure ? error : asFailure(error);
  }
}

/**
 * Deletes the weights a training wrote. That its storage takes DELETE is our assumption: the public worker only uploads
 * and reads (sprocket 0.1.4, read 2026-11-22).
 *
 * @returns whether they are gone; false where Together offers no way to delete them.
 * @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE
 */
export async function deleteWeights(url: string): Promise<boolean> {
  const client = together();
  const { origin, pathname } = new URL(url);
  if (origin !== new URL(client.baseURL).origin) {
    throw new Failure("VENDOR_UNAVAILABLE", "The trainer named weights on a host that is not Together's.");
  }
  try {
    await client.delete(`${origin}${pathname}`);
    return true;
  } catch (error) {
    if (!(error instanceof APIError)) throw asFailure(error);
    if (isStatus(error, 404) || isStatus(error, 410)) return true;
    if (isStatus(error, 405) || isStatus(error, 501)) return false;
    throw asFailure(error);
  }
}

function isStatus(error: { status: unknown }, status: number): boolean {
  return error.status === status;
}

/**
 * Opens the weights a training wrote. Their address must be on Together's own host: a key goes with the request.
 *
 * @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE
 */
export async function openWeights(url: string): Promise<Response> {
  const client = together();
  if (new URL(url).origin !== new URL(client.baseURL).origin) {
    throw new Failure("VENDOR_UNAVAILABLE", "The trainer named weights on a host that is not Together's.");
  }
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${env.TOGETHER_API_KEY}` },
    redirect: "error",
    signal: AbortSignal.timeout(IMAGE_TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw asFailure(error);
  });
  if (response.ok) return response;
  await response.body?.cancel();
  throw new Failure("VENDOR_BUSY", `Together's storage answered ${response.status}.`);
}
