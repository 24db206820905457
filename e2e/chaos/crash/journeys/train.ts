import type { Journey } from "../journey";
import type { World } from "../../set/world";
import { makeSitter } from "./make-sitter";
import type { Sitter } from "./make-sitter";

/** Pro has ten fine-tunings a month, and the ones that fail are given back. */
const TRAININGS_A_SITTER = 9;
const MIN_PHOTOS = 10;

/** Trains a model of one kind. One sitter sits for many trainings: each makes a version more of the same photos. */
export function train(kind: "instant" | "fine-tuned"): Journey {
  let sitter: Sitter | undefined;
  let trained = 0;

  const sit = async (world: World): Promise<Sitter> => {
    if (sitter && trained < TRAININGS_A_SITTER) return sitter;
    sitter = await makeSitter(world, MIN_PHOTOS);
    await sitter.api.trpc.privacy.chooseRetention.mutate({ retention: "keep" });
    trained = 0;
    return sitter;
  };

  return {
    name: `train ${kind}`,
    prepare: async (world) => {
      const { api, modelId } = await sit(world);
      trained += 1;
      const read = () =>
        world.db
          .selectFrom("model")
          .select(["status", "attempt", "failure", "versionCount"])
          .where("id", "=", modelId)
          .executeTakeFirstOrThrow();
      const before = await read();
      return {
        press: () => api.trpc.models.startTraining.mutate({ modelId, kind }),
        tell: async () => {
          const { status, attempt, failure, versionCount } = await read();
          const versions = versionCount - before.versionCount;
          const problems = [
            ...(attempt === before.attempt + 1 ? [] : [`${attempt - before.attempt} trainings of one press`]),
            ...(versions <= 1 ? [] : [`${versions} versions of one training`]),
            ...((failure === null) === (versions === 1) ? [] : [`${versions} versions, failure: ${failure}`]),
          ];
          return { outcome: failure === null ? status : `${status}: ${failure}`, problems };
        },
      };
    },
  };
}
