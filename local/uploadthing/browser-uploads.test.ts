import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { genUploader } from "uploadthing/client";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { injectFaults, openVendor } from "./testing/open-vendor";
import { presign } from "./testing/presign";
import { eventually } from "./testing/eventually";
import { openPut } from "./testing/put-slowly";
import type { UploadApp, UploadRouter } from "./testing/start-app";
import { app as settings, startApp } from "./testing/start-app";
import { NodeXmlHttpRequest } from "./testing/xml-http-request";

const MB = 1024 * 1024;

// The machine may be busy with everything else.
vi.setConfig({ testTimeout: 60_000 });

let vendor: Awaited<ReturnType<typeof openVendor>>;
/** One that waits for server data only briefly, for the tests where none comes. */
let hasty: typeof vendor;
beforeAll(async () => {
  vi.stubGlobal("XMLHttpRequest", NodeXmlHttpRequest);
  vi.spyOn(console, "warn").mockReturnValue(undefined); // the SDK warns of its own deprecated getters
  vendor = await openVendor({ retryDelaysMs: [20, 20, 20] });
  hasty = await openVendor({ serverDataWithinMs: 300 });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await Promise.all([vendor.close(), hasty.close()]);
});
afterEach(async () => {
  await fetch(`${vendor.origin}/__control`, { method: "POST", body: JSON.stringify({ reset: true }) });
});

function photo(sizeBytes: number, name = "me.jpg") {
  const bytes = new Uint8Array(sizeBytes).map((_, at) => (at * 31) % 251);
  const md5 = createHash("md5").update(bytes).digest("hex");
  return { file: new File([bytes], name, { type: "image/jpeg", lastModified: Math.random() * 1e12 }), md5 };
}

async function readBack(key: string): Promise<string> {
  const { ufsUrl } = await vendor.api.generateSignedURL(key, { expiresIn: 60 });
  return createHash("md5")
    .update(new Uint8Array(await (await fetch(ufsUrl)).arrayBuffer()))
    .digest("hex");
}

describe.each([{ isDev: true }, { isDev: false }])("isDev $isDev", ({ isDev }) => {
  let app: UploadApp;
  let uploader: ReturnType<typeof genUploader<UploadRouter>>;
  beforeEach(async () => {
    app = await startApp(vendor.origin, { isDev });
    uploader = genUploader<UploadRouter>({ url: app.url, fetch });
  });
  afterEach(() => app.close());

  test("twelve photos arrive, each with one callback, and its answer comes back", async () => {
    const photos = Array.from({ length: 12 }, (_, at) => photo(40_000 + at, `photo ${at} é.jpg`));
    const uploaded = await uploader.uploadFiles("photos", { files: photos.map(({ file }) => file) });

    expect(uploaded.map(({ fileHash }) => fileHash)).toEqual(photos.map(({ md5 }) => md5));
    expect(uploaded.map(({ serverData }) => serverData)).toEqual(
      uploaded.map(({ key }) => ({ photoOf: key })),
    );
    expect(app.completed.map(({ key }) => key).sort()).toEqual(uploaded.map(({ key }) => key).sort());
    expect(app.completed[0]).toMatchObject({ userId: "user_ada", customId: null });
    expect(app.hookStatuses).toEqual(Array(12).fill(200));

    expect((await fetch(uploaded[0]!.ufsUrl)).status).toBe(403);
    expect(await readBack(uploaded[0]!.key)).toBe(photos[0]!.md5);
  });

  test("an upload paused half way goes on where it was", async () => {
    const { file, md5 } = photo(8 * MB);
    const seen = vendor.lines.length;
    let half: () => void = () => undefined;
    const halfWay = new Promise<void>((resolve) => (half = resolve));
    let firstDelta: number | undefined;
    const upload = await uploader.createUpload("photos", {
      files: [file],
      onUploadProgress: ({ loaded, delta }) => {
        firstDelta ??= delta;
        if (loaded > 4 * MB) half();
      },
    });
    await halfWay;
    upload.pauseUpload(file);
    await eventually(() => vendor.lines.slice(seen)).toContainEqual(expect.stringMatching(/^cut /));

    firstDelta = undefined;
    upload.resumeUpload(file);
    const { key, fileHash } = await upload.done(file);
    expect(firstDelta).toBeGreaterThan(1 * MB);
    expect(fileHash).toBe(md5);
    expect(await readBack(key)).toBe(md5);
    expect(app.completed).toHaveLength(1);
  });

  test("a callback delivered twice runs the app twice, with the same key", async () => {
    await injectFaults(vendor.origin, [{ on: "callback", kind: "duplicate" }]);
    const [uploaded] = await uploader.uploadFiles("photos", { files: [photo(1000).file] });
    await eventually(() => app.completed.map(({ key }) => key)).toEqual([uploaded!.key, uploaded!.key]);
  });

  test("a garbled callback is turned away, and the true one follows", async () => {
    await injectFaults(vendor.origin, [{ on: "callback", kind: "garbage" }]);
    const [uploaded] = await uploader.uploadFiles("photos", { files: [photo(1000).file] });
    await eventually(() => app.completed.map(({ key }) => key)).toEqual([uploaded!.key]);
    expect(app.hookStatuses).toEqual([400, 200]);
  });

  test("an upload that awaits nothing answers before the callback", async () => {
    await injectFaults(vendor.origin, [{ on: "callback", kind: "delay", ms: 100 }]);
    const [uploaded] = await uploader.uploadFiles("unawaited", { files: [photo(1000).file] });
    expect(uploaded!.serverData).toBeNull();
    expect(app.completed).toEqual([]);
    await eventually(() => app.completed).toHaveLength(1);
  });

  test("a connection that breaks can be resumed by the same presigned URL", async () => {
    await injectFaults(vendor.origin, [{ on: "upload", kind: "drop" }]);
    const { file, md5 } = photo(3 * MB);
    const upload = await uploader.createUpload("photos", { files: [file] });
    await expect(upload.done(file)).rejects.toMatchObject({ code: "UPLOAD_FAILED" });

    const { key } = app.completed[0] ?? (await vendor.api.listFiles()).files[0]!;
    expect((await vendor.api.listFiles()).files[0]).toMatchObject({ key, status: "Uploading" });
    expect((await fetch((await vendor.api.generateSignedURL(key)).ufsUrl)).status).toBe(404);
    upload.resumeUpload(file);
    await eventually(() => app.completed).toMatchObject([{ key, fileHash: md5 }]);
  });

  test("a file that outgrew its declared size is refused, and the app is told", async () => {
    const { file } = photo(1000);
    const liar = new File([file, "and more"], file.name, { type: file.type });
    Object.defineProperty(liar, "size", { value: 1000 });
    await expect(uploader.uploadFiles("photos", { files: [liar] })).rejects.toMatchObject({
      code: "UPLOAD_FAILED",
    });
    await eventually(() => app.failed).toMatchObject([
      { message: expect.stringContaining("larger") as string },
    ]);
    expect(app.completed).toEqual([]);
  });
});

describe.each([{ isDev: true }, { isDev: false }])("no server data comes, isDev $isDev", ({ isDev }) => {
  let app: UploadApp;
  let uploader: ReturnType<typeof genUploader<UploadRouter>>;
  beforeEach(async () => {
    app = await startApp(hasty.origin, { isDev });
    uploader = genUploader<UploadRouter>({ url: app.url, fetch });
  });
  afterEach(() => app.close());

  test("a lost callback leaves a stored file that the app never heard of", async () => {
    await injectFaults(hasty.origin, [{ on: "callback", kind: "drop" }]);
    const [uploaded] = await uploader.uploadFiles("photos", { files: [photo(1000).file] });
    expect(uploaded!.serverData).toBeNull();
    expect(app.completed).toEqual([]);
    expect((await hasty.api.listFiles()).files[0]).toMatchObject({ key: uploaded!.key, status: "Uploaded" });
  });

  test("an app that throws makes the browser wait in vain, then has its file all the same", async () => {
    const [uploaded] = await uploader.uploadFiles("strict", { files: [photo(1000).file] });
    expect(uploaded!.serverData).toBeNull();
    expect(app.hookStatuses).toEqual([200]);
    const readRecord = () => readFile(`${hasty.dir}/records/${uploaded!.key}.json`, "utf8");
    await eventually(readRecord).toContain('"callback":"delivered"');
  });
});

describe("the app is away (production form)", () => {
  test("a callback it answers with 5xx is tried again", async () => {
    const app = await startApp(vendor.origin, { isDev: false });
    app.outages.push(502, 503);
    const uploader = genUploader<UploadRouter>({ url: app.url, fetch });
    const [uploaded] = await uploader.uploadFiles("photos", { files: [photo(1000).file] });
    expect(uploaded!.serverData).toEqual({ photoOf: uploaded!.key });
    expect(app.hookStatuses).toEqual([502, 503, 200]);
    await app.close();
  });

  test("a callback it refuses is not, and the browser hears of it", async () => {
    const app = await startApp(vendor.origin, { isDev: false });
    app.outages.push(403);
    const uploader = genUploader<UploadRouter>({ url: app.url, fetch });
    await expect(uploader.uploadFiles("photos", { files: [photo(1000).file] })).rejects.toThrow(/refused/);
    expect(app.hookStatuses).toEqual([403]);
    await app.close();
  });

  test("an upload that overtakes its registration still gets its callback", async () => {
    const app = await startApp(vendor.origin, { isDev: false });
    const { key, url } = presign(vendor.origin, { slug: "photos" });
    const put = openPut(url);
    await put.write(Buffer.from("abc"));
    const answer = put.finish();
    await eventually(() => vendor.lines).toContainEqual(expect.stringContaining(`stored ${key}`));

    await fetch(`${vendor.origin}/route-metadata`, {
      method: "POST",
      headers: { "x-uploadthing-api-key": settings.apiKey },
      body: JSON.stringify({
        fileKeys: [key],
        metadata: { userId: "user_ada" },
        callbackUrl: app.url,
        callbackSlug: "photos",
        awaitServerData: true,
      }),
    });
    expect(await answer).toMatchObject({ status: 200, body: { serverData: { photoOf: key } } });
    await app.close();
  });

  test("a development stream that its reader dropped gives way to a plain callback", async () => {
    const seen = vendor.lines.length;
    const app = await startApp(vendor.origin, { isDev: true });
    const presigned = await fetch(`${app.url}?actionType=upload&slug=photos`, {
      method: "POST",
      body: JSON.stringify({
        input: null,
        files: [{ name: "me.jpg", size: 3, type: "image/jpeg", lastModified: 1 }],
      }),
    });
    const [{ url, key }] = (await presigned.json()) as [{ url: string; key: string }];
    await eventually(() => vendor.lines.slice(seen)).toContainEqual(expect.stringMatching(/by stream/));
    await app.close();
    const again = await startApp(vendor.origin, { isDev: true, port: Number(new URL(app.origin).port) });

    const form = new FormData();
    form.append("file", new Blob(["abc"]));
    const answer = await fetch(url, { method: "PUT", body: form, headers: { range: "bytes=0-" } });
    expect(await answer.json()).toMatchObject({ serverData: { photoOf: key } });
    expect(again.completed).toMatchObject([{ key }]);
    await again.close();
  });
});
