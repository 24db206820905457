import sharp from "sharp";

import { ApiError } from "./api-error";
import { fetchRemote } from "./fetch-remote";
import { decodeLora } from "./lora-file";
import type { AcceptedRequest } from "./parse-image-request";

const MAX_REFERENCE_BYTES = 20 * 1024 * 1024;
const MAX_LORA_BYTES = 400 * 1024 * 1024;
// Above any phone's camera; far below what would exhaust memory.
const MAX_REFERENCE_PIXELS = 120_000_000;

/**
 * Fetches everything a request points at and returns the pictures to draw from: the reference photos in their order,
 * then the photos kept in the LoRA files. Empty for a plain request.
 *
 * @throws ApiError 400 when one cannot be fetched, 422 when one is no picture or no LoRA.
 */
export async function fetchSubjects(request: AcceptedRequest): Promise<Buffer[]> {
  const references = await Promise.all(request.referenceUrls.map((url, index) => fetchReference(url, index)));
  const loras = await Promise.all(request.loras.map(({ path }, index) => fetchLora(path, index)));
  return [...references, ...loras.flat()];
}

async function fetchReference(url: string, index: number): Promise<Buffer> {
  const param = `reference_images[${String(index)}]`;
  const bytes = await fetchRemote(url, { param, maxBytes: MAX_REFERENCE_BYTES });
  try {
    // Decodes all of it, but small, which JPEG makes cheap: a truncated file has good dimensions and fails only here.
    await sharp(bytes, { failOn: "error", limitInputPixels: MAX_REFERENCE_PIXELS })
      .resize({ width: 64 })
      .raw()
      .toBuffer();
  } catch (cause) {
    throw new ApiError(422, `${param} is not a picture that can be read.`, {
      param,
      code: "invalid_image",
      cause,
    });
  }
  return bytes;
}

async function fetchLora(url: string, index: number): Promise<Buffer[]> {
  const param = `image_loras[${String(index)}]`;
  const bytes = await fetchRemote(url, { param, maxBytes: MAX_LORA_BYTES, timeoutMs: 60_000 });
  try {
    return decodeLora(bytes).previews;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "unreadable";
    throw new ApiError(422, `${param} is not a LoRA in safetensors format: ${reason}.`, {
      param,
      code: "invalid_lora",
      cause,
    });
  }
}
