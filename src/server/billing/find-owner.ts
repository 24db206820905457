import { sql } from "kysely";
import * as z from "zod";

import type { Db } from "~/kysely/database";
import type { SellerSubscription } from "~/server/vendors/lemonsqueezy-objects";

/** What we sent along with a checkout and got back with its events. */
export interface Purchase {
  userId: string | undefined;
  checkoutId: string | undefined;
}

export type Owner = { is: "found"; userId: string } | { is: "user-gone" } | { is: "unclaimed" };

/**
 * Whose a subscription is that no one here has yet. By the checkout we made for them, which no crafted link can name;
 * without it (the reconciler sees no custom data), by the seller's customer, or by the address of someone who was sent
 * to a checkout.
 */
export async function findOwner(
  trx: Db,
  { subscription, purchase }: { subscription: SellerSubscription; purchase: Purchase | undefined },
): Promise<Owner> {
  if (purchase?.userId !== undefined) return findBuyer(trx, purchase.userId, purchase.checkoutId);

  const users = await trx
    .selectFrom("appUser")
    .select("appUser.id")
    .distinct()
    .leftJoin("subscription", "subscription.userId", "appUser.id")
    .where((eb) =>
      eb.or([
        eb("subscription.customerId", "=", subscription.customerId),
        eb.and([
          eb(sql<string>`lower(app_user.email)`, "=", subscription.email?.toLowerCase() ?? ""),
          eb.exists(
            eb
              .selectFrom("checkout")
              .select("checkout.id")
              .whereRef("checkout.userId", "=", "appUser.id")
              .where("checkout.paidAt", "is", null),
          ),
        ]),
      ]),
    )
    .limit(2)
    .execute();
  const [user, another] = users;
  return user && !another ? { is: "found", userId: user.id } : { is: "unclaimed" };
}

async function findBuyer(trx: Db, userId: string, checkoutId: string | undefined): Promise<Owner> {
  const user = await trx.selectFrom("appUser").select("id").where("id", "=", userId).executeTakeFirst();
  if (!user) return { is: "user-gone" };
  const id = z.uuid().safeParse(checkoutId);
  if (!id.success) return { is: "unclaimed" };
  const checkout = await trx
    .selectFrom("checkout")
    .select("id")
    .where("id", "=", id.data)
    .where("userId", "=", userId)
    .executeTakeFirst();
  return checkout ? { is: "found", userId } : { is: "unclaimed" };
}
