import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { UTFile } from "uploadthing/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createApi, injectFaults, openVendor } from "./testing/open-vendor";
import { app } from "./testing/start-app";
import { signUrl } from "./sign";
import { writeToken } from "./token";

let vendor: Awaited<ReturnType<typeof openVendor>>;
beforeAll(async () => {
  vi.spyOn(console, "warn").mockReturnValue(undefined); // the SDK warns of its own deprecated getters
  vendor = await openVendor();
});
afterAll(() => vendor.close());

const bytes = new Uint8Array(5000).map((_, at) => at % 251);

async function upload(name: string, options: { customId?: string; acl?: "private" | "public-read" } = {}) {
  const { acl = "private", ...rest } = options;
  return vendor.api.uploadFiles(new UTFile([bytes], name, rest), { acl });
}
async function stored(name: string, options: Parameters<typeof upload>[1] = {}) {
  const { data, error } = await upload(name, options);
  expect(error).toBeNull();
  return data!;
}
async function signed(key: string, expiresIn = 60) {
  return (await vendor.api.generateSignedURL(key, { expiresIn })).ufsUrl;
}

test("stores a private file that only a signed URL opens", async () => {
  const file = await stored("me ü.png");
  expect(file.fileHash).toBe(createHash("md5").update(bytes).digest("hex"));

  const response = await fetch(await signed(file.key));
  expect(response.status).toBe(200);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "image/png",
    "content-length": "5000",
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
    "content-disposition": `inline; filename="me _.png"; filename*=UTF-8''me%20%C3%BC.png`,
  });
});

test("refuses a private file without, with a tampered, an expired or a stranger's signature", async () => {
  const { key, ufsUrl } = await stored("me.png");
  const other = await stored("other.png");
  const good = await signed(key);
  const stranger = createApi(vendor.origin, { token: writeToken({ ...app, apiKey: "sk_live_other" }) });

  const expired = signUrl(ufsUrl, app.apiKey, -1);
  const bad = {
    unsigned: ufsUrl,
    tampered: good.slice(0, -1) + (good.endsWith("0") ? "1" : "0"),
    short: good.slice(0, -10),
    prolonged: good.replace(/expires=\d+/, `expires=${String(Date.now() + 9e6)}`),
    extended: `${good}&download=1`,
    expired,
    "for another file": good.replace(key, other.key),
    "by another key": (await stranger.generateSignedURL(key)).ufsUrl,
    "through the short address": good.replace(`/a/${app.appId}/`, "/f/"),
  };
  for (const [name, url] of Object.entries(bad)) {
    const response = await fetch(url);
    expect([name, response.status]).toEqual([name, 403]);
    expect(response.headers.get("cache-control")).toBe("no-store");
  }
  expect((await fetch(good)).status).toBe(200);
});

test("signs by request too, by key and by custom id", async () => {
  const { key } = await stored("by-request.png", { customId: "photo/1" });
  const byKey = await vendor.api.getSignedURL(key, { expiresIn: 60 });
  const byCustomId = await vendor.api.getSignedURL("photo/1", { keyType: "customId" });
  expect((await fetch(byKey.ufsUrl)).status).toBe(200);
  expect((await fetch(byCustomId.ufsUrl)).status).toBe(200);
});

test("serves ranges, and a head without a body", async () => {
  const { key } = await stored("range.png");
  const url = await signed(key);
  const part = async (range: string) => {
    const response = await fetch(url, { headers: { range } });
    const body = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, span: response.headers.get("content-range"), body };
  };
  expect(await part("bytes=10-19")).toEqual({
    status: 206,
    span: "bytes 10-19/5000",
    body: bytes.slice(10, 20),
  });
  expect(await part("bytes=-5")).toEqual({
    status: 206,
    span: "bytes 4995-4999/5000",
    body: bytes.slice(4995),
  });
  expect(await part("bytes=5000-")).toEqual({ status: 416, span: "bytes */5000", body: new Uint8Array() });

  const head = await fetch(url, { method: "HEAD" });
  expect([head.status, head.headers.get("content-length")]).toEqual([200, "5000"]);
});

test("a public file opens unsigned until it is made private", async () => {
  const { key, ufsUrl } = await stored("public.png", { acl: "public-read" });
  const response = await fetch(ufsUrl);
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toContain("public");
  await response.arrayBuffer();

  await vendor.api.updateACL(key, "private");
  expect((await fetch(ufsUrl)).status).toBe(403);
});

test("lists newest first in pages, and counts what is stored", async () => {
  const first = await stored("list-1.png");
  const second = await stored("list-2.png");
  const page = await vendor.api.listFiles({ limit: 1 });
  expect(page).toMatchObject({ hasMore: true, files: [{ key: second.key, name: "list-2.png", size: 5000 }] });
  const next = await vendor.api.listFiles({ limit: 1, offset: 1 });
  expect(next.files[0]).toMatchObject({ key: first.key, status: "Uploaded", customId: null });

  const all = await vendor.api.listFiles();
  expect(all.hasMore).toBe(false);
  const usage = await vendor.api.getUsageInfo();
  expect(usage).toMatchObject({ filesUploaded: all.files.length, totalBytes: all.files.length * 5000 });
});

test("renames by key and by custom id", async () => {
  const { key } = await stored("old.png", { customId: "rename-me" });
  await vendor.api.renameFiles({ customId: "rename-me", newName: "new.png" });
  const response = await fetch(await signed(key));
  expect(response.headers.get("content-disposition")).toContain("new.png");
  await expect(vendor.api.renameFiles({ fileKey: "nobody-has-this", newName: "x" })).rejects.toThrow();
});

test("deletes by key and by custom id, bytes and all", async () => {
  const byKey = await stored("gone-1.png");
  const byCustomId = await stored("gone-2.png", { customId: "gone-2" });
  const urls = [await signed(byKey.key), await signed(byCustomId.key)];

  expect(await vendor.api.deleteFiles([byKey.key, "nobody-has-this"])).toMatchObject({
    success: true,
    deletedCount: 1,
  });
  expect(await vendor.api.deleteFiles("gone-2", { keyType: "customId" })).toMatchObject({ deletedCount: 1 });
  for (const url of urls) expect((await fetch(url)).status).toBe(404);
  await expect(stat(`${vendor.dir}/bytes/${byKey.key}`)).rejects.toThrow("ENOENT");
});

test("a custom id belongs to one file, and is free again once that is deleted", async () => {
  const { key } = await stored("one.png", { customId: "only-one" });
  const second = await upload("two.png", { customId: "only-one" });
  expect(second).toMatchObject({ data: null, error: { code: "UPLOAD_FAILED" } });

  await vendor.api.deleteFiles(key);
  await stored("three.png", { customId: "only-one" });
});

test("keeps its folders to itself", async () => {
  const { key } = await stored("mode.png");
  for (const [path, mode] of [
    ["", 0o700],
    ["/bytes", 0o700],
    [`/bytes/${key}`, 0o600],
    [`/records/${key}.json`, 0o600],
  ] as const) {
    expect(((await stat(vendor.dir + path)).mode & 0o777).toString(8)).toBe(mode.toString(8));
  }
});

test("stores an empty file", async () => {
  const { data } = await vendor.api.uploadFiles(new UTFile([], "empty.txt"), { acl: "private" });
  const response = await fetch(await signed(data!.key));
  expect([response.status, await response.text()]).toEqual([200, ""]);
});

test("knows only its own key", async () => {
  const stranger = createApi(vendor.origin, { token: writeToken({ ...app, apiKey: "sk_live_other" }) });
  await expect(stranger.listFiles()).rejects.toThrow();
  const { error } = await stranger.uploadFiles(new UTFile([bytes], "no.png"));
  expect(error?.code).toBe("UPLOAD_FAILED");
});

test("fails as told, then recovers", async () => {
  await injectFaults(vendor.origin, [
    { on: "api", kind: "status", status: 503 },
    { on: "api", kind: "garbage" },
    { on: "api", kind: "drop" },
  ]);
  for (let times = 0; times < 3; times++) await expect(vendor.api.listFiles()).rejects.toThrow();
  await vendor.api.listFiles();

  await injectFaults(vendor.origin, [
    { on: "upload", kind: "status", status: 500 },
    { on: "upload", kind: "drop" },
  ]);
  expect((await upload("fails-1.png")).error?.code).toBe("UPLOAD_FAILED");
  expect((await upload("fails-2.png")).error?.code).toBe("UPLOAD_FAILED");
  const { key } = await stored("works.png");

  await injectFaults(vendor.origin, [
    { on: "files", kind: "status", status: 500 },
    { on: "files", kind: "hang" },
    { on: "files", kind: "delay", ms: 50 },
  ]);
  const url = await signed(key);
  expect((await fetch(url)).status).toBe(500);
  await expect(fetch(url, { signal: AbortSignal.timeout(300) })).rejects.toThrow("timeout");
  const started = performance.now();
  expect((await fetch(url)).status).toBe(200);
  expect(performance.now() - started).toBeGreaterThan(45);
});
