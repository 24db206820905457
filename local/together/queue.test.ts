import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { AuthenticationError, ConflictError, InternalServerError, NotFoundError } from "together-ai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { decodeLora } from "./lora-file";
import { makeDataset, makePhoto, spawnVendor, startFileHost, startForTest } from "./testing";

const model = "likeness-trainer";
const payloadFor = (dataset_url: string) => ({
  dataset_url,
  trigger_word: "ohwx",
  class_word: "woman",
  steps: 1200,
  rank: 16,
});

let vendor: Awaited<ReturnType<typeof startForTest>>;
let host: Awaited<ReturnType<typeof startFileHost>>;
let photos: Buffer[];
let dataset: string;

beforeAll(async () => {
  [vendor, host] = await Promise.all([startForTest(), startFileHost()]);
  photos = await Promise.all(Array.from({ length: 12 }, (_, index) => makePhoto(index * 30)));
  dataset = host.put("/dataset.zip", makeDataset(photos, "photo of ohwx woman"));
});
afterAll(async () => {
  await Promise.all([vendor.stop(), host.close()]);
});

type Vendor = Pick<typeof vendor, "client">;

async function submit(payload: Record<string, unknown>, to: Vendor = vendor): Promise<string> {
  return (await to.client.beta.jig.queue.submit({ model, payload, info: { modelId: "m1" } })).requestId;
}

function look(request_id: string, at: Vendor = vendor) {
  return at.client.beta.jig.queue.retrieve({ model, request_id });
}

async function endOf(request_id: string, at: Vendor = vendor) {
  await expect
    .poll(async () => (await look(request_id, at)).status, { timeout: 15_000 })
    .toMatch(/done|failed/);
  return look(request_id, at);
}

describe("a training", () => {
  test("is trained once by its id, however often it is submitted", async () => {
    const payload = { ...payloadFor(dataset), training_id: "m1-1" };
    const ids = [await submit(payload), await submit(payload)];
    const ends = await Promise.all(ids.map((id) => endOf(id)));
    expect(ends.map(({ status }) => status)).toEqual(["done", "done"]);
    expect(ends[1]?.outputs).toEqual(ends[0]?.outputs);
    expect(ends.map(({ info }) => info?.["repeated"])).toEqual([undefined, true]);
  });

  test("ends in a LoRA file that keeps photos of the set, behind the key", async () => {
    const end = await endOf(await submit(payloadFor(dataset)));
    expect(end).toMatchObject({
      status: "done",
      retries: 0,
      info: { modelId: "m1", progress: 1, step: 1200, total_steps: 1200 },
    });

    const weights = String(end.outputs?.["weights"]);
    expect((await fetch(weights)).status).toBe(401);
    const response = await fetch(weights, { headers: { authorization: `Bearer ${vendor.apiKey}` } });
    const lora = decodeLora(Buffer.from(await response.arrayBuffer()));
    expect(lora.metadata).toMatchObject({ trigger_word: "ohwx", steps: "1200", rank: "16" });
    expect(lora.previews).toHaveLength(6);
  });

  test("says how far it is", async () => {
    const slow = await startForTest({ trainingMs: 60_000 });
    const id = await submit(payloadFor(dataset), slow);
    await expect
      .poll(async () => (await look(id, slow)).info?.["total_steps"], { timeout: 15_000 })
      .toBe(1200);
    const { status, info } = await look(id, slow);
    expect(status).toBe("running");
    expect(info?.["eta_seconds"]).toBeGreaterThan(50);
    await slow.stop();
  });

  test.each([
    ["too few pictures", () => makeDataset(photos.slice(0, 9), "photo of ohwx woman"), /holds 9 pictures/],
    [
      "a caption without the trigger word",
      () => makeDataset(photos, "photo of a woman"),
      /lacks the trigger word/,
    ],
    [
      "a small picture",
      async () => makeDataset([...photos, await makePhoto(5, 500, 900)], "ohwx"),
      /smaller than 512 px/,
    ],
    [
      "a cut-off picture",
      () => makeDataset([...photos, photos[0]?.subarray(0, 4000) ?? Buffer.alloc(0)], "ohwx"),
      /cannot be decoded/,
    ],
    ["no ZIP", () => Buffer.from("hello"), /not a ZIP file/],
  ])("fails with a reason: %s", async (name, make, reason) => {
    const url = host.put(`/${encodeURIComponent(name)}.zip`, await make());
    const { status, info } = await endOf(await submit(payloadFor(url)));
    expect(status).toBe("failed");
    expect(info?.["error"]).toMatch(reason);
  });

  test("fails with a reason: a dataset that cannot be fetched, a payload not understood, an injected fault", async () => {
    expect((await endOf(await submit(payloadFor(`${host.origin}/gone.zip`)))).info?.["error"]).toMatch(
      /answered 403/,
    );
    expect((await endOf(await submit({ dataset_url: dataset }))).info?.["error"]).toMatch(/trigger_word/);
    await vendor.spoil({ on: "training", kind: "status", status: 500 });
    expect((await endOf(await submit(payloadFor(dataset)))).info?.["error"]).toMatch(/out of memory/);
  });

  test("is retried when its worker is lost", async () => {
    await vendor.spoil({ on: "training", kind: "drop" });
    expect(await endOf(await submit(payloadFor(dataset)))).toMatchObject({ status: "done", retries: 1 });
  });
});

describe("the queue", () => {
  test("takes the same payload twice as two jobs", async () => {
    const [one, other] = await Promise.all([submit(payloadFor(dataset)), submit(payloadFor(dataset))]);
    expect(one).not.toBe(other);
  });

  test("cancels what is pending and refuses what is running", async () => {
    const slow = await startForTest({ trainingMs: 60_000, workers: 1 });
    const { queue } = slow.client.beta.jig;
    const running = await submit(payloadFor(dataset), slow);
    await expect.poll(async () => (await look(running, slow)).status, { timeout: 15_000 }).toBe("running");
    const pending = await submit(payloadFor(dataset), slow);
    expect(await queue.metrics({ model })).toEqual({
      messages_waiting: 1,
      messages_running: 1,
      total_jobs: 2,
    });

    expect(await queue.cancel({ model, request_id: pending })).toEqual({ status: "canceled" });
    await expect(queue.cancel({ model, request_id: running })).rejects.toBeInstanceOf(ConflictError);
    expect((await look(pending, slow)).status).toBe("canceled");
    await slow.stop();
  });

  test("goes on after a restart", async () => {
    const dir = await mkdtemp(join(tmpdir(), "together-"));
    const before = await startForTest({ dir, trainingMs: 60_000 });
    const id = await submit(payloadFor(dataset), before);
    await expect.poll(async () => (await look(id, before)).status, { timeout: 15_000 }).toBe("running");
    await before.close();

    const after = await startForTest({ dir });
    expect(await endOf(id, after)).toMatchObject({ status: "done", retries: 0 });
    await after.stop();
    await rm(dir, { recursive: true, force: true });
  });

  test("goes on after its process was killed, and counts a retry", async () => {
    const dir = await mkdtemp(join(tmpdir(), "together-"));
    const first = await spawnVendor(dir);
    const id = await submit(payloadFor(dataset), first);
    await expect.poll(async () => (await look(id, first)).status, { timeout: 15_000 }).toBe("running");
    await first.kill();

    const second = await startForTest({ dir: join(dir, "together") });
    expect(await endOf(id, second)).toMatchObject({ status: "done", retries: 1 });
    await second.stop();
    await rm(dir, { recursive: true, force: true });
  });

  test("knows no other deployment or request, and wants the key", async () => {
    const { queue } = vendor.client.beta.jig;
    await expect(queue.submit({ model: "another", payload: {} })).rejects.toBeInstanceOf(NotFoundError);
    await expect(look("req_none")).rejects.toBeInstanceOf(NotFoundError);
    const keyless = vendor.client.withOptions({ apiKey: "wrong" });
    await expect(keyless.beta.jig.queue.metrics({ model })).rejects.toBeInstanceOf(AuthenticationError);
  });

  test("fails when told to", async () => {
    await vendor.spoil({ on: "queue", kind: "status", status: 503 });
    await expect(look("req_none")).rejects.toBeInstanceOf(InternalServerError);
  });
});
