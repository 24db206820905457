import * as z from "zod";

import { plans } from "~/catalog/plans";

import { createPerson } from "../../../fixtures/people";
import { waitUntilIdle } from "../../set/settle";
import { waitFor } from "../../set/wait-for";
import { openApi } from "../api";
import type { Api } from "../api";
import type { Journey } from "../journey";
import type { World } from "../../set/world";

const Subscriptions = z.object({
  subscriptions: z.array(z.object({ custom: z.record(z.string(), z.string()) })),
});

/** A webhook comes within moments, or once its time has passed. */
const HEARD_WITHIN_MS = 5_000;

/** Buys a plan: from the checkout to the credits. */
export const buy: Journey = {
  name: "buy a plan",
  prepare: async (world) => {
    const person = await createPerson(world.db);
    const { trpc } = await openApi(world.set.origin, person);
    const isPaid = async () => (await countSubscriptions(world, person.id)) > 0;
    return {
      press: async () => {
        if (await isPaid()) return;
        await payFor(trpc, person.email);
      },
      follow: () => hearOf(world, person.id),
      tell: async () => {
        const sold = await countSubscriptions(world, person.id);
        const held = await world.db
          .selectFrom("subscription")
          .select(["plan", "status"])
          .where("userId", "=", person.id)
          .execute();
        const { balance } = await world.db
          .selectFrom("creditAccount")
          .select("balance")
          .where("userId", "=", person.id)
          .executeTakeFirstOrThrow();
        const due = plans.free.credits + sold * plans.creator.credits;
        return {
          outcome: `${held.map(({ plan, status }) => `${plan} ${status}`).join(", ")}, ${balance} credits`,
          problems: [
            ...(held.length === sold ? [] : [`${held.length} plans here, ${sold} at the seller`]),
            ...(balance === due ? [] : [`${balance} credits instead of ${due}`]),
          ],
        };
      },
    };
  },
};

/** Until the sale is known here: by the seller's webhook, by one that it sends again, or by our own comparison of the books. */
async function hearOf(world: World, userId: string): Promise<void> {
  const { db, handles } = world;
  const isKnown = async () => {
    const known = await db.selectFrom("subscription").select("id").where("userId", "=", userId).execute();
    return known.length === (await countSubscriptions(world, userId)) ? true : undefined;
  };
  if (await waitFor(isKnown, HEARD_WITHIN_MS)) return;
  await handles.hurryWebhooks(1);
  if (await waitFor(isKnown, HEARD_WITHIN_MS)) return;
  await handles.invoke("reconcile-billing");
  await waitUntilIdle(handles);
}

/** Goes to the checkout and pays there. */
async function payFor(trpc: Api["trpc"], email: string): Promise<void> {
  const { url } = await trpc.billing.checkout.mutate({ plan: "creator" });
  const body = new URLSearchParams({ email, name: "Ada", card: "4242 4242 4242 4242" });
  const paid = await fetch(url, { method: "POST", redirect: "manual", body });
  if (paid.status !== 303) throw new Error(`The seller's page answered ${paid.status}.`);
}

async function countSubscriptions({ handles }: World, userId: string): Promise<number> {
  const { subscriptions } = Subscriptions.parse(await handles.readSubscriptions());
  return subscriptions.filter(({ custom }) => custom["user_id"] === userId).length;
}
