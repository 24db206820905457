import { newId } from "~/server/new-id";

import { createPerson } from "../../../fixtures/people";
import { openApi } from "../api";
import type { Journey } from "../journey";

const COUNT = 4;

/** Four pictures of one prompt. */
export const generate: Journey = {
  name: "generate 4",
  prepare: async (world) => {
    const person = await createPerson(world.db, "creator");
    const { trpc } = await openApi(world.set.origin, person);
    const requestId = newId();
    const before = await countCalls(world.handles);
    return {
      press: () =>
        trpc.generations.create.mutate({
          ...{ requestId, modelId: null, fluxModel: "flux-2-dev", prompt: "a kite over the sea" },
          ...{ style: "anime", aspect: "1:1", count: COUNT },
        }),
      tell: async () => {
        const pictures = await world.db
          .selectFrom("picture")
          .select(["status", "failure"])
          .where("userId", "=", person.id)
          .execute();
        const ready = pictures.filter(({ status }) => status === "ready").length;
        const others = pictures.filter(({ status }) => status !== "ready").map(({ failure }) => failure);
        const calls = (await countCalls(world.handles)) - before;
        const counted = calls >= 0 ? `, ${calls} requests` : "";
        return {
          outcome: [`${ready} ready${counted}`, ...new Set(others)].join("; "),
          problems: pictures.length === COUNT ? [] : [`${pictures.length} pictures of ${COUNT}`],
        };
      },
    };
  },
};

async function countCalls(handles: {
  describe: (part: "together") => Promise<{ counts: Record<string, number> }>;
}) {
  return (await handles.describe("together")).counts["POST /v1/images/generations"] ?? 0;
}
