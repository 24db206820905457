import type { FluxModelId } from "~/catalog/flux-models";
import type { PackId } from "~/catalog/pack-names";
import { packs } from "~/catalog/packs";
import type { Db } from "~/kysely/database";

import { createPress } from "./create-press";

/**
 * Queues every prompt of a pack, with all its credits taken at once: the whole set or none of it, once per press.
 *
 * @param run.count pictures of each prompt, 1..4.
 * @throws Failure as `createPress` does.
 */
export async function runPack(
  db: Db,
  run: {
    userId: string;
    requestId: string;
    pack: PackId;
    modelId: string | null;
    fluxModel: FluxModelId;
    count: number;
  },
): Promise<{ generationIds: string[] }> {
  const { count, ...rest } = run;
  const { prompts, style, aspect } = packs[run.pack];
  return createPress(db, {
    ...rest,
    negativePrompt: null,
    steps: null,
    guidance: null,
    seed: null,
    prompts: prompts.map((of) => ({
      prompt: of.prompt,
      template: null,
      style: of.style ?? style,
      aspect: of.aspect ?? aspect,
      count,
    })),
  });
}
