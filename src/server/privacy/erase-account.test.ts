import { neonConfig } from "@neondatabase/serverless";
import { zipSync } from "fflate";
import sharp from "sharp";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import ws from "ws";

import { trainingRecipe } from "~/catalog/training-recipe";
import { connect } from "~/kysely/connect";
import { configureNeon } from "~/kysely/neon";
import { newId } from "~/server/new-id";

import { openStage } from "./testing/erasure-stage";

neonConfig.webSocketConstructor = ws;
configureNeon(inject("neonProxy"));
const stage = await openStage();
// Only now: what they import reads the environment.
const { createClerkClient } = await import("@clerk/nextjs/server");
const { submitJob, readJob } = await import("~/server/vendors/together");
const { storeFile, storeFiles } = await import("~/server/vendors/uploadthing");
const { signFileUrl } = await import("~/server/vendors/uploadthing-read");
const { buy, deliverAll } = await import("~/server/billing/testing/seller");
const { readSubscription } = await import("~/server/vendors/lemonsqueezy");
const { startGeneration } = await import("./testing/start-generation");
const { checkReceipt } = await import("./check-receipt");
const { eraseAccount } = await import("./erase-account");
const { findErasure } = await import("./find-erasure");
const { ensureUser } = await import("~/server/users/ensure-user");

const db = connect(inject("databaseUrl"), 4);
const clerk = createClerkClient({
  secretKey: inject("vendorEnv")["CLERK_SECRET_KEY"] ?? "",
  apiUrl: inject("vendorOrigins").clerk,
});

beforeAll(() => stage.startApp());
afterAll(async () => {
  await stage.close();
  await db.destroy();
});

async function addPerson(): Promise<string> {
  const email = `${newId()}@example.test`;
  const { id } = await clerk.users.createUser({ emailAddress: [email], password: "a-good-passphrase" });
  await ensureUser(db, { id, email });
  return id;
}

/** Ten photos with their files. */
async function addModel(userId: string, kind: "instant" | "fine-tuned"): Promise<string> {
  const id = newId();
  const weights = { name: "w.safetensors", type: "application/octet-stream", body: new Uint8Array([1]) };
  const weightsKey = kind === "fine-tuned" ? await storeFile(weights) : null;
  await db
    .insertInto("model")
    .values({
      ...{ id, userId, name: "Ada", subject: "woman", kind, status: "ready", weightsKey },
      triggerWord: `lk${id}`,
    })
    .execute();
  for (let index = 0; index < 10; index++) {
    const [preparedKey, thumbnailKey] = await storeTwo(`photo ${index}`);
    await db
      .insertInto("photo")
      .values({
        ...{ id: newId(), userId, modelId: id, status: "ready", name: "a.jpg", bytes: 1 },
        ...{ preparedKey, thumbnailKey, contentHash: String(index) },
      })
      .execute();
  }
  return id;
}

function storeTwo(text: string) {
  const body = new TextEncoder().encode(text);
  return storeFiles([
    { name: "a.jpg", type: "image/jpeg", body },
    { name: "a.webp", type: "image/webp", body },
  ]);
}

async function addPictures(userId: string, count: number): Promise<void> {
  for (let made = 0; made < count; made += 4) {
    const generationId = await startGeneration(db, userId);
    for (let position = 0; position < 4; position++) {
      const [storageKey, thumbnailKey] = await storeTwo(`picture ${made + position}`);
      await db
        .insertInto("picture")
        .values({
          ...{
            id: newId(),
            userId,
            generationId,
            position,
            status: "ready",
            seed: 1,
            style: "anime",
            modelId: null,
          },
          ...{ storageKey, thumbnailKey },
        })
        .execute();
    }
  }
}

/** A job that the trainer has begun. */
async function startJob(userId: string, modelId: string): Promise<string> {
  const jpeg = await sharp({ create: { width: 512, height: 512, channels: 3, background: "#888" } })
    .jpeg()
    .toBuffer();
  const files = Array.from({ length: 10 }, (_, index) => [
    [`${index}.jpg`, new Uint8Array(jpeg)],
    [`${index}.txt`, new TextEncoder().encode("photo of lkada woman")],
  ]).flat() as [string, Uint8Array][];
  const body = new Uint8Array(zipSync(Object.fromEntries(files)));
  const datasetKey = await storeFile({ name: "d.zip", type: "application/zip", body });
  await db.updateTable("model").set({ datasetKey }).where("id", "=", modelId).execute();
  const jobId = await submitJob({
    ...{ deployment: "likeness-trainer", modelId, datasetUrl: await signFileUrl(datasetKey, 600) },
    ...{ trainingId: `${modelId}-1`, triggerWord: "lkada", classWord: "woman" },
    ...{ steps: 1000, rank: 16, learningRate: 1e-4 },
    ...{ resolutions: [512], captionDropout: 0.05, base: trainingRecipe.base },
  });
  await db.insertInto("trainingJob").values({ id: jobId, userId, modelId }).execute();
  await expect.poll(async () => (await readJob("likeness-trainer", jobId)).status).toBe("running");
  return jobId;
}

const spoil = (...faults: object[]) =>
  fetch(`${stage.uploadthing.origin}/__control`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(faults.length === 0 ? { reset: true } : { faults }),
  });

const finished = (token: string, timeout = 60_000) =>
  vi.waitFor(
    async () => {
      const erasure = await findErasure(db, token);
      if (!erasure?.receipt) throw new Error(`Not finished: ${JSON.stringify(erasure?.parts)}`);
      return erasure.receipt;
    },
    { timeout, interval: 100 },
  );

async function countRows(userId: string): Promise<number> {
  const tables = ["appUser", "model", "photo", "picture", "generation", "creditEntry", "invoice"] as const;
  let rows = 0;
  for (const table of tables) {
    const column = table === "appUser" ? "id" : "userId";
    const found = await db
      .selectFrom(table)
      .select("id")
      .where(column as "id", "=", userId)
      .execute();
    rows += found.length;
  }
  return rows;
}

test(
  "an account goes to its last byte while storage fails every third call",
  { timeout: 240_000 },
  async () => {
    const userId = await addPerson();
    const stranger = await addPerson();
    await addModel(stranger, "instant");
    const others = (await stage.listStored()).length;

    const subscriptionId = await buy(db, { userId, plan: "pro" });
    await deliverAll(db, userId);
    await addModel(userId, "instant");
    await addModel(userId, "instant");
    const modelId = await addModel(userId, "fine-tuned");
    await startJob(userId, modelId);
    await addPictures(userId, 40);
    expect(await stage.listStored()).toHaveLength(others + 60 + 1 + 80 + 1);

    await spoil({ on: "api", kind: "status", status: 503, every: 3, times: 1000 });
    const erased = await eraseAccount(db, { userId, requestedBy: "user" });
    expect(await countRows(userId)).toBe(0);
    const signed = await finished(erased?.token ?? "");
    await spoil();

    expect(await stage.listStored()).toHaveLength(others);
    expect(await stage.listWeights()).toEqual([]);
    await expect(clerk.users.getUser(userId)).rejects.toMatchObject({ status: 404 });
    expect((await readSubscription(subscriptionId))?.status).toBe("cancelled");

    const { receipt } = signed;
    expect(receipt.rows).toMatchObject({ model: 3, photo: 30, picture: 40, invoice: 1 });
    expect(receipt.confirmations.map(({ provider, count }) => [provider, count])).toEqual([
      ["Clerk", 1],
      ["Lemon Squeezy", 1],
      ["Together AI", 1],
      ["UploadThing", 142],
      ["Clerk", 1],
    ]);
    expect(receipt.kept).toMatchObject([{ what: "invoices", count: 1 }]);
    expect(await checkReceipt(JSON.stringify(signed, null, 2))).toMatchObject({ verdict: "genuine" });
    expect(JSON.stringify(signed)).not.toContain(userId);

    // Nothing leads to them any more, and nothing brings them back.
    const kept = await db.selectFrom("retainedInvoice").selectAll().execute();
    expect(kept).toMatchObject([{ totalCents: 4000, currency: "USD" }]);
    const dump = [
      await db.selectFrom("erasure").selectAll().execute(),
      await db.selectFrom("erasureTask").selectAll().execute(),
      await db.selectFrom("deletion").selectAll().execute(),
      await db.selectFrom("billingEvent").selectAll().execute(),
      await db.selectFrom("trainingJob").selectAll().execute(),
    ];
    expect(JSON.stringify(dump)).not.toContain(userId);
    await expect(ensureUser(db, { id: userId, email: "late@example.test" })).rejects.toMatchObject({
      code: "REFUSED",
    });
    await deliverAll(db, userId);
    expect(await countRows(userId)).toBe(0);
    expect(JSON.stringify(await db.selectFrom("billingEvent").selectAll().execute())).not.toContain(userId);
    expect(await countRows(stranger)).toBeGreaterThan(10);
  },
);

test("an erasure finishes after the server was killed in its middle", { timeout: 180_000 }, async () => {
  const userId = await addPerson();
  const before = (await stage.listStored()).length;
  await addModel(userId, "instant");
  await addPictures(userId, 8);

  // The storage never answers the one that asks first.
  await spoil({ on: "api", kind: "hang", times: 1 });
  const erased = await eraseAccount(db, { userId, requestedBy: "clerk" });
  const token = erased?.token ?? "";
  const part = async (kind: string) => (await findErasure(db, token))?.parts.find((one) => one.kind === kind);
  await expect.poll(async () => (await part("account"))?.confirmed, { timeout: 20_000 }).toBe(1);
  expect((await part("files"))?.confirmed).toBe(0);
  await stage.killApp();
  expect((await findErasure(db, token))?.finishedAt).toBeNull();
  await spoil();

  await stage.startApp();
  await finished(token);
  expect(await stage.listStored()).toHaveLength(before);
  // A second wish finds the first.
  expect(await eraseAccount(db, { userId, requestedBy: "clerk" })).toEqual({ token });
});
