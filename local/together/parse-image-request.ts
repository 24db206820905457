import * as z from "zod";

import { ApiError } from "./api-error";
import { isRefused, policyRefusal } from "./content-policy";
import { fluxModels } from "./flux-models";
import type { FluxModel } from "./flux-models";

// Together states no cap on the prompt ("maximum length varies by model"); this one only stops runaway input.
const MAX_PROMPT_LENGTH = 10_000;

const ImageRequest = z.object({
  model: z.string(),
  prompt: z.string().min(1).max(MAX_PROMPT_LENGTH),
  width: z.int().optional(),
  height: z.int().optional(),
  aspect_ratio: z
    .string()
    .regex(/^\d{1,2}:\d{1,2}$/)
    .optional(),
  n: z.int().min(1).max(4).default(1),
  steps: z.int().min(1).max(50).optional(),
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  guidance_scale: z.number().min(0).max(20).optional(),
  guidance: z.number().min(0).max(20).optional(),
  output_format: z.enum(["jpeg", "png"]).default("jpeg"),
  response_format: z.enum(["base64", "url"]).default("url"),
  image_url: z.string().optional(),
  reference_images: z.array(z.string()).optional(),
  image_loras: z.array(z.object({ path: z.string(), scale: z.number().min(0).max(2) })).optional(),
  negative_prompt: z.string().optional(),
  prompt_upsampling: z.boolean().optional(),
  disable_safety_checker: z.boolean().optional(),
});

/** An image request that its model can serve. Sizes in pixels. */
export interface AcceptedRequest {
  model: FluxModel;
  prompt: string;
  widthPx: number;
  heightPx: number;
  count: number;
  seed: number | undefined;
  guidance: number;
  format: "jpeg" | "png";
  respondWith: "base64" | "url";
  referenceUrls: string[];
  loras: { path: string; scale: number }[];
}

/**
 * Checks an image request as the vendor would: shape, model, what the model takes, sizes, content policy.
 *
 * @throws ApiError 404 for an unknown model, 400 for the rest, naming the parameter.
 */
export function parseImageRequest(body: unknown): AcceptedRequest {
  const parsed = ImageRequest.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const param = issue?.path.join(".") || "body";
    throw new ApiError(400, `Invalid ${param}: ${issue?.message ?? "not understood"}`, {
      param,
      code: "invalid_parameter",
    });
  }
  const request = parsed.data;

  const model = fluxModels.find((candidate) => candidate.id === request.model);
  if (!model) {
    const message = `Unable to access model ${request.model}. Please visit https://api.together.ai/models to view the list of supported models.`;
    throw new ApiError(404, message, { param: "model", code: "model_not_available" });
  }

  const references = request.reference_images ?? [];
  const loras = request.image_loras ?? [];
  refuseWhatModelLacks(model, "reference_images", { given: references.length, most: model.maxReferences });
  refuseWhatModelLacks(model, "image_url", {
    given: request.image_url === undefined ? 0 : 1,
    most: model.takesImageUrl ? 1 : 0,
  });
  refuseWhatModelLacks(model, "negative_prompt", {
    given: request.negative_prompt === undefined ? 0 : 1,
    most: model.takesNegativePrompt ? 1 : 0,
  });
  refuseWhatModelLacks(model, "image_loras", { given: loras.length, most: model.maxLoras });
  if (isRefused(request.prompt)) throw policyRefusal();

  const { widthPx, heightPx } = sizeOf(request, model);
  return {
    model,
    prompt: request.prompt,
    widthPx,
    heightPx,
    count: request.n,
    seed: request.seed,
    guidance: request.guidance ?? request.guidance_scale ?? 3.5,
    format: request.output_format,
    respondWith: request.response_format,
    referenceUrls: request.image_url === undefined ? references : [request.image_url, ...references],
    loras,
  };
}

function refuseWhatModelLacks(
  model: FluxModel,
  param: string,
  { given, most }: { given: number; most: number },
): void {
  if (given <= most) return;
  const message =
    most === 0
      ? `${model.id} does not support ${param}.`
      : `${model.id} takes at most ${String(most)} ${param}.`;
  throw new ApiError(400, message, { param, code: "invalid_parameter" });
}

function sizeOf(
  request: z.infer<typeof ImageRequest>,
  model: FluxModel,
): { widthPx: number; heightPx: number } {
  // Kontext takes a ratio in place of a size: the size of about one megapixel that has it.
  const [across = 1, down = 1] = (request.aspect_ratio ?? "1:1").split(":").map(Number);
  if (across === 0 || down === 0)
    throw new ApiError(400, "Invalid aspect_ratio.", { param: "aspect_ratio", code: "invalid_parameter" });
  const ratio = Math.min(Math.max(across / down, 0.5), 2);
  const widthPx = request.width ?? Math.round((1024 * Math.sqrt(ratio)) / 16) * 16;
  const heightPx = request.height ?? Math.round(1024 / Math.sqrt(ratio) / 16) * 16;

  for (const [param, side] of [
    ["width", widthPx],
    ["height", heightPx],
  ] as const) {
    if (side >= model.minSidePx && side <= model.maxSidePx && side % model.sideMultiplePx === 0) continue;
    const range = `between ${String(model.minSidePx)} and ${String(model.maxSidePx)}, in multiples of ${String(model.sideMultiplePx)}`;
    throw new ApiError(400, `Image ${param} must be an integer value ${range}.`, {
      param,
      code: "invalid_parameter",
    });
  }
  return { widthPx, heightPx };
}
