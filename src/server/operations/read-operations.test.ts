import { expect } from "vitest";

import { test } from "~/kysely/testing/test";
import { addModel, addUser } from "~/server/testing/people";
import { addPictures } from "~/server/testing/pictures";

import { readOperations } from "./read-operations";

test("tells what is stuck, what failed and why, and what each plan brings", async ({ db }) => {
  const before = await readOperations(db);
  const standingOf = (all: typeof before, plan: string) => all.standings.find((row) => row.plan === plan);
  expect(before.standings.map(({ plan }) => plan)).toEqual(["free", "creator", "pro", "enterprise"]);

  const payer = await addUser(db, "pro");
  await addUser(db, "enterprise");
  await db.updateTable("subscription").set({ providerId: payer }).where("userId", "=", payer).execute();
  const { id: subscriptionId } = await db
    .selectFrom("subscription")
    .select("id")
    .where("userId", "=", payer)
    .executeTakeFirstOrThrow();
  const invoice = { userId: payer, subscriptionId, reason: "initial", status: "partial_refund" } as const;
  await db
    .insertInto("invoice")
    .values({
      ...invoice,
      ...{ id: crypto.randomUUID(), providerId: `i-${payer}`, plan: "pro", currency: "USD" },
      ...{ totalCents: 4000, refundedCents: 1000, issuedAt: new Date() },
    })
    .execute();
  const [, second = "", third = "", fourth = ""] = await addPictures(db, { userId: payer, count: 4 });
  const fail = (id: string, failure: string) =>
    db.updateTable("picture").set({ status: "failed", failure }).where("id", "=", id).execute();
  await fail(second, "Zanzibarine was deleted before this picture was made.");
  await fail(third, "Ouagadougou was deleted before this picture was made.");
  const hourAgo = new Date(Date.now() - 3_600_000);
  await db
    .updateTable("picture")
    .set({ status: "queued", claimedAt: hourAgo })
    .where("id", "=", fourth)
    .execute();
  const modelId = await addModel(db, { userId: payer, status: "training" });
  await db.updateTable("model").set({ deadlineAt: hourAgo }).where("id", "=", modelId).execute();

  const after = await readOperations(db);
  const countOf = (all: typeof before, kind: string) =>
    all.stuck.find((row) => row.kind === kind)?.count ?? 0;
  expect(countOf(after, "pictures") - countOf(before, "pictures")).toBe(1);
  expect(countOf(after, "trainings") - countOf(before, "trainings")).toBe(1);
  expect(after.stuck.find(({ kind }) => kind === "trainings")?.oldestAt).toBeInstanceOf(Date);

  const deleted = after.failures.filter(({ reason }) =>
    reason.endsWith("was deleted before this picture was made."),
  );
  expect(deleted).toMatchObject([
    { what: "picture", reason: expect.stringMatching(/^A model was/) as string },
  ]);
  expect(JSON.stringify(after)).not.toMatch(/Zanzibarine|Ouagadougou|user_/);

  const [was, is] = [standingOf(before, "pro"), standingOf(after, "pro")];
  expect((is?.paying ?? 0) - (was?.paying ?? 0)).toBe(1);
  expect((is?.monthlyCents ?? 0) - (was?.monthlyCents ?? 0)).toBe(4000);
  expect((is?.earnedCents ?? 0) - (was?.earnedCents ?? 0)).toBe(3000);
  expect((is?.pictures ?? 0) - (was?.pictures ?? 0)).toBe(1);
  // Given, and not paid for.
  expect(standingOf(after, "enterprise")?.paying).toBe(standingOf(before, "enterprise")?.paying);
});
