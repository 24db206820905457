import type { FluxModelId } from "~/catalog/flux-models";
import type { AspectId } from "~/catalog/aspects";
import type { StyleId } from "~/catalog/styles";
import type { Db } from "~/kysely/database";
import { expandPrompt } from "~/prompting/expand-prompt";
import { Failure } from "~/server/errors";

import { createPress } from "./create-press";

export interface GenerationRequest {
  userId: string;
  /** Made by the browser with each press. */
  requestId: string;
  /** Null asks a base FLUX model. */
  modelId: string | null;
  fluxModel: FluxModelId;
  /** With choices it asks for several prompts. */
  prompt: string;
  /** What its variables stand for, by name. */
  values?: Readonly<Record<string, string>>;
  negativePrompt?: string | null;
  style: StyleId;
  aspect: AspectId;
  /** Of each prompt, 1..4. */
  count: number;
  steps: number | null;
  guidance: number | null;
  /** Null draws one. */
  seed: number | null;
}

/**
 * Queues what the studio's form asks for: a generation for each prompt that its choices make, paid for and written
 * down together, once per press.
 *
 * @returns the first prompt's generation.
 * @throws Failure as `createPress` does, and INVALID for a prompt that cannot be written out.
 */
export async function createGeneration(
  db: Db,
  request: GenerationRequest,
): Promise<{ generationId: string }> {
  const { prompt, values = {}, style, aspect, count, negativePrompt = null, ...rest } = request;
  const expansion = expandPrompt(prompt, values, count);
  if (!expansion.ok) throw new Failure("INVALID", expansion.problem);

  const { template } = expansion;
  const prompts = expansion.prompts.map((written) => ({ prompt: written, template, style, aspect, count }));
  const { generationIds } = await createPress(db, { ...rest, negativePrompt, pack: null, prompts });
  return { generationId: generationIds[0] ?? "" };
}
