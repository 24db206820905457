import { expect } from "vitest";

import { consent } from "~/catalog/consent";
import { test } from "~/kysely/testing/test";
import { addModel, addUser } from "~/server/testing/people";

import { agreeToConsent, hasConsent } from "./consent";

test("keeps the words, the time and the address of the first agreement", async ({ db }) => {
  const userId = await addUser(db);
  const modelId = await addModel(db, { userId, status: "draft", agrees: false });
  expect(await hasConsent(db, modelId)).toBe(false);
  const agreement = { userId, modelId, consentVersion: consent.version, addressHash: "abc" };
  await agreeToConsent(db, agreement);
  await agreeToConsent(db, { ...agreement, addressHash: "def" });

  const kept = await db.selectFrom("consent").selectAll().where("modelId", "=", modelId).execute();
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({ version: consent.version, addressHash: "abc" });
  expect(kept[0]?.statement).toContain("Nobody in them is a minor.");
  expect(kept[0]?.statement).toContain(consent.points[0]);
  expect(await hasConsent(db, modelId)).toBe(true);
});

test("takes no other words and no stranger's model", async ({ db }) => {
  const userId = await addUser(db);
  const modelId = await addModel(db, { userId, status: "draft", agrees: false });
  const agreement = { userId, modelId, consentVersion: consent.version, addressHash: null };
  await expect(agreeToConsent(db, { ...agreement, consentVersion: "2020-01-01" })).rejects.toMatchObject({
    code: "INVALID",
  });
  await expect(agreeToConsent(db, { ...agreement, userId: await addUser(db) })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await hasConsent(db, modelId)).toBe(false);
});
