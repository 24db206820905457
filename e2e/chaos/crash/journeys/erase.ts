import { erasureConfirmation, makeErasureToken } from "~/catalog/erasure";
import { countRowsOf } from "~/server/privacy/personal-tables";
import { newId } from "~/server/new-id";

import { isRefusal } from "../api";
import type { Journey } from "../journey";
import { waitUntilIdle } from "../../set/settle";
import { makeSitter } from "./make-sitter";

/** Erases an account that has a draft with a photo, and a picture. */
export const erase: Journey = {
  name: "erase the account",
  prepare: async (world) => {
    const { person, api } = await makeSitter(world, 1);
    const { trpc } = api;
    await trpc.generations.create.mutate({
      ...{ requestId: newId(), modelId: null, fluxModel: "flux-2-dev", prompt: "a kite over the sea" },
      ...{ style: "anime", aspect: "1:1", count: 1 },
    });
    await waitUntilIdle(world.handles);
    const token = makeErasureToken();
    return {
      press: async () => {
        try {
          await trpc.privacy.eraseAccount.mutate({ confirmation: erasureConfirmation, token });
        } catch (error) {
          // The account is gone: an earlier press got through.
          if (!isRefusal(error)) throw error;
        }
      },
      tell: async () => {
        const rows = Object.entries(await countRowsOf(world.db, person.id));
        const user = await world.db.selectFrom("appUser").select("id").where("id", "=", person.id).execute();
        const erasure = await world.db
          .selectFrom("erasure")
          .select(["finishedAt", "receipt"])
          .where("token", "=", token)
          .executeTakeFirst();
        const account = await fetch(`${process.env["CLERK_API_URL"] ?? ""}/v1/users/${person.id}`, {
          headers: { authorization: `Bearer ${process.env["CLERK_SECRET_KEY"] ?? ""}` },
        });
        return {
          outcome: erasure?.receipt ? "erased, with its receipt" : "no receipt",
          problems: [
            ...(user.length === 0 ? [] : ["the user is still there"]),
            // The user is counted whether there is one or not.
            ...rows.slice(1).map(([table, n]) => `${n} rows left in ${table}`),
            ...(erasure?.finishedAt ? [] : ["it is not over"]),
            ...(account.status === 404 ? [] : [`Clerk still has the account (${account.status})`]),
          ],
        };
      },
    };
  },
};
