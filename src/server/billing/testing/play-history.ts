import type { Kysely } from "kysely";

import type { Database } from "~/kysely/schema";
import { postEntry } from "~/server/credits/post-entry";
import { Failure } from "~/server/errors";
import { newId } from "~/server/new-id";
import { ensureUser } from "~/server/users/ensure-user";
import type { SellerEvent } from "~/server/vendors/lemonsqueezy-webhook";

import { applyEvent, isApplied } from "../apply-event";
import { applyLook } from "../apply-look";
import {
  findDriftedSubscriptions,
  findSubscriptionsOfDriftedInvoices,
  findSubscriptionsOfRefundedOrders,
} from "../find-drift";
import { takeNumber } from "../look-at-seller";
import type { Look } from "../look-at-seller";
import { openBooks } from "./books";
import type { Books, Turn } from "./books";

/** What becomes of one delivery, in turns of the history. */
export interface Fate {
  isDropped: boolean;
  /** Turns until it arrives. */
  late: number;
  /** Turns between looking at the seller and writing down what was seen. */
  slow: number;
  copies: number;
}

export type Step =
  { is: "turn"; turn: Turn; fates: readonly Fate[] } | { is: "spends"; amounts: readonly number[] };

export type History = readonly Step[];

/** What is left in the end, without ids that differ between two runs. */
export interface Ending {
  subscriptions: unknown[];
  invoices: unknown[];
  balance: number;
  entries: { reason: string; ref: string; amount: number; balanceAfter: number }[];
}

interface Delivery {
  event: SellerEvent;
  lookAt: number;
  applyAt: number;
}

/**
 * Plays a history for a user of its own. In order: every event arrives at once, alone. Wild: as its fate says, with
 * what is due in a turn at the same time as that turn's spends, and at the end, if anything was lost, the reconciler. The user is gone after.
 */
export async function playHistory(
  db: Kysely<Database>,
  history: History,
  mode: "in-order" | "wild",
): Promise<Ending> {
  const userId = `user_${newId()}`;
  const email = `${userId}@example.test`;
  const checkoutId = newId();
  await ensureUser(db, { id: userId, email });
  await db.insertInto("checkout").values({ id: checkoutId, userId, plan: "creator" }).execute();
  const books = openBooks({ userId, checkoutId, email });
  try {
    if (mode === "in-order") await playInOrder(db, { history, books, userId });
    else await playWild(db, { history, books, userId });
    return await readEnding(db, userId, books);
  } finally {
    await db.deleteFrom("appUser").where("id", "=", userId).execute();
  }
}

interface Stage {
  history: History;
  books: Books;
  userId: string;
}

async function playInOrder(db: Kysely<Database>, { history, books, userId }: Stage): Promise<void> {
  for (const step of history) {
    if (step.is === "spends") for (const amount of step.amounts) await spend(db, userId, amount);
    else for (const event of books.play(step.turn)) await (await look(db, books, event))();
  }
}

async function playWild(db: Kysely<Database>, { history, books, userId }: Stage): Promise<void> {
  const waiting: Delivery[] = [];
  const seen: { at: number; apply: () => Promise<void> }[] = [];
  const last = history.length + 8;

  for (let at = 0; at <= last; at++) {
    const step = history[at];
    if (step?.is === "turn") waiting.push(...schedule(books.play(step.turn), step.fates, at));

    for (const delivery of waiting.filter(({ lookAt }) => lookAt === at)) {
      seen.push({ at: delivery.applyAt, apply: await look(db, books, delivery.event) });
    }
    const due = seen.filter((delivery) => delivery.at === at);
    const amounts = step?.is === "spends" ? step.amounts : [];
    await Promise.all([
      ...due.toReversed().map(({ apply }) => apply()),
      ...amounts.map((amount) => spend(db, userId, amount)),
    ]);
  }
  // Where nothing was lost the deliveries alone must do: the reconciler would hide what they got wrong.
  const isLosing = history.some((step) => step.is === "turn" && step.fates.some((fate) => fate.isDropped));
  if (isLosing) await reconcile(db, books);
}

function schedule(events: readonly SellerEvent[], fates: readonly Fate[], at: number): Delivery[] {
  return events.flatMap((event, index) => {
    const fate = fates[index % fates.length];
    if (!fate || fate.isDropped) return [];
    return Array.from({ length: fate.copies }, (_, copy) => {
      const lookAt = at + fate.late + copy;
      return { event, lookAt, applyAt: lookAt + fate.slow };
    });
  });
}

/** What `settleEvent` does, with the books in the seller's place. @returns what it writes down, to be done later. */
async function look(db: Kysely<Database>, books: Books, event: SellerEvent): Promise<() => Promise<void>> {
  if (await isApplied(db, event.id)) return () => Promise.resolve();
  const { about } = event;
  const ids = books.sales
    .map(({ subscription }) => subscription)
    .filter(
      ({ id, orderId }) =>
        (about.is === "subscription" && about.subscriptionId === id) ||
        (about.is === "refunded-order" && about.orderId === orderId),
    )
    .map(({ id }) => id);
  const looks: (Look | undefined)[] = [];
  for (const id of ids) looks.push(books.look(id, await takeNumber(db)));
  return async () => {
    await applyEvent(db, { event, looks });
  };
}

async function reconcile(db: Kysely<Database>, books: Books): Promise<void> {
  const drifted = new Set<string>();
  for (const { subscription, invoices, order } of books.sales) {
    for (const id of await findDriftedSubscriptions(db, [subscription])) drifted.add(id);
    for (const id of await findSubscriptionsOfDriftedInvoices(db, invoices)) drifted.add(id);
    for (const id of await findSubscriptionsOfRefundedOrders(db, [order])) drifted.add(id);
  }
  for (const id of drifted) {
    const now = books.look(id, await takeNumber(db));
    if (now) await db.transaction().execute((trx) => applyLook(trx, now));
  }
}

async function spend(db: Kysely<Database>, userId: string, amount: number): Promise<void> {
  try {
    await postEntry(db, { userId, amount: -amount, reason: "generation", ref: newId(), note: "for a test" });
  } catch (error) {
    if (!(error instanceof Failure && error.code === "OUT_OF_CREDITS")) throw error;
  }
}

async function readEnding(db: Kysely<Database>, userId: string, books: Books): Promise<Ending> {
  const order = new Map(
    books.sales.flatMap((sale, at) => [
      [sale.subscription.id, `sale ${at}`] as const,
      ...sale.invoices.map((invoice, index) => [invoice.id, `invoice ${at}.${index}`] as const),
    ]),
  );
  const name = (id: string | null) => order.get(id ?? "") ?? "unknown";
  const subscriptions = await db
    .selectFrom("subscription")
    .select(["providerId", "plan", "status", "renewsAt", "endsAt"])
    .where("userId", "=", userId)
    .execute();
  const invoices = await db
    .selectFrom("invoice")
    .select(["providerId", "status", "plan", "granted", "refundedCents", "takenBack", "short"])
    .where("userId", "=", userId)
    .execute();
  const entries = await db
    .selectFrom("creditEntry")
    .select(["reason", "ref", "amount", "balanceAfter"])
    .where("userId", "=", userId)
    .orderBy("id")
    .execute();
  const { balance } = await db
    .selectFrom("creditAccount")
    .select("balance")
    .where("userId", "=", userId)
    .executeTakeFirstOrThrow();
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
  return {
    subscriptions: subscriptions
      .map(({ providerId, ...row }) => ({ name: name(providerId), ...row }))
      .toSorted(byName),
    invoices: invoices
      .map(({ providerId, takenBack, short, ...row }) => ({
        ...{ name: name(providerId), ...row },
        /** What the refund was due, whether it could be taken or not. */
        due: takenBack + short,
      }))
      .toSorted(byName),
    balance,
    entries: entries.map((entry) => ({ ...entry, ref: name(entry.ref.split(":")[0] ?? "") })),
  };
}
