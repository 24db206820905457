import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openVendor } from "./testing/open-vendor";
import { presign } from "./testing/presign";
import { eventually } from "./testing/eventually";
import { openPut } from "./testing/put-slowly";
import { app } from "./testing/start-app";

let vendor: Awaited<ReturnType<typeof openVendor>>;
beforeAll(async () => {
  vendor = await openVendor();
});
afterAll(() => vendor.close());

async function put(url: string, text = "abc", start = 0) {
  const form = new FormData();
  form.append("file", new Blob([text]));
  const response = await fetch(url, {
    method: "PUT",
    body: form,
    headers: { range: `bytes=${start}-` },
  });
  return { status: response.status, body: (await response.json()) as { error?: string; fileHash?: string } };
}

test("takes a presigned upload once; the same last range again is answered alike", async () => {
  const { url } = presign(vendor.origin);
  const first = await put(url);
  expect(first.status).toBe(200);

  const head = await fetch(url, { method: "HEAD" });
  expect(head.headers.get("x-ut-range-start")).toBe("3");
  expect(await put(url, "", 3)).toEqual(first);
  expect((await put(url, "xyz")).status).toBe(409);
});

test("refuses what is not signed, or signed for something else", async () => {
  const { url } = presign(vendor.origin);
  const refused = {
    "no signature": url.replace(/&signature=.*/, ""),
    "a changed size": url.replace("file-size=3", "file-size=4"),
    "a changed acl": url.replace("acl=private", "acl=public-read"),
    "an added parameter": `${url}&x-ut-acl=public-read`,
    "a changed key": url.replace("contract-key", "contract-kez"),
    "an expired one": presign(vendor.origin, { expires: Date.now() - 1 }).url,
  };
  for (const [name, bad] of Object.entries(refused)) {
    expect([name, (await put(bad)).status]).toEqual([name, 403]);
    expect([name, (await fetch(bad, { method: "HEAD" })).status]).toEqual([name, 403]);
  }
});

test("refuses a signed ticket that makes no sense", async () => {
  for (const data of [
    { identifier: "otherapp" },
    { "file-size": null },
    { "file-size": -1 },
    { "file-size": "many" },
    { "file-name": null },
    { acl: "everyone" },
    { "content-disposition": "inline\r\nx: y" },
    { key: "short" },
    { key: "..%2F..%2Fescaped" },
    { key: "with.a.dot" },
  ]) {
    expect([data, (await put(presign(vendor.origin, data).url)).status]).toEqual([data, 400]);
  }
});

test("a path never leaves the folder", async () => {
  const before = await readdir(vendor.dir, { recursive: true });
  for (const path of [
    "/../../etc/passwd",
    "/f/..%2F..%2Fetc%2Fpasswd",
    `/a/${app.appId}/..%2frecords`,
    "/a/other/x",
  ]) {
    const status = await new Promise((resolve) => {
      request(vendor.origin, { path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect([path, status]).toEqual([path, 404]);
  }
  expect(await readdir(vendor.dir, { recursive: true })).toEqual(before);
});

test("a size that does not match is refused and leaves nothing", async () => {
  for (const text of ["ab", "abcd", ""]) {
    const { key, url } = presign(vendor.origin);
    expect(await put(url, text)).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/declared/) as string },
    });
    expect(await readdir(`${vendor.dir}/bytes`)).not.toContain(key);
    expect((await put(url)).status).toBe(200);
  }
});

test("a range past what is here is refused, and one before it overwrites", async () => {
  const { key, url } = presign(vendor.origin, { "file-size": 100 });
  expect((await put(url, "def", 3)).status).toBe(416);

  const cut = openPut(url);
  await cut.write(Buffer.alloc(90, "wrong"));
  const countStored = async () =>
    Number((await fetch(url, { method: "HEAD" })).headers.get("x-ut-range-start"));
  await eventually(countStored).toBeGreaterThan(50);
  cut.cut();

  const text = "right".repeat(20);
  const md5 = createHash("md5").update(text).digest("hex");
  expect(await put(url, text)).toMatchObject({ status: 200, body: { fileHash: md5 } });
  expect(await readFile(`${vendor.dir}/bytes/${key}`, "utf8")).toBe(text);
});

test("a body that is no form is refused", async () => {
  const response = await fetch(presign(vendor.origin).url, { method: "PUT", body: "abc" });
  expect([response.status, await response.json()]).toEqual([400, { error: "Expected multipart/form-data" }]);
});

test("a file deleted while it comes is gone", async () => {
  const { key, url } = presign(vendor.origin);
  const slow = openPut(url);
  await slow.write(Buffer.from("ab"));
  await eventually(async () => (await vendor.api.listFiles()).files.map((file) => file.key)).toContain(key);
  await vendor.api.deleteFiles(key);
  await slow.write(Buffer.from("c"));
  expect(await slow.finish()).toMatchObject({ status: 404 });
  expect(await readdir(`${vendor.dir}/bytes`)).not.toContain(key);
});

test("a new connection takes over from one that hangs", async () => {
  const { key, url } = presign(vendor.origin);
  const hanging = openPut(url);
  await hanging.write(Buffer.from("x"));
  await eventually(async () => (await vendor.api.listFiles()).files.map((file) => file.key)).toContain(key);
  expect((await put(url)).status).toBe(200);
});

test("answers a browser's preflight as the ingest does", async () => {
  const preflight = await fetch(presign(vendor.origin).url, {
    method: "OPTIONS",
    headers: {
      origin: "http://localhost:3000",
      "access-control-request-method": "PUT",
      "access-control-request-headers": "b3,range,traceparent,x-uploadthing-version",
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
  expect(preflight.headers.get("access-control-allow-methods")).toContain("PUT");
  expect(preflight.headers.get("access-control-allow-headers")).toBe(
    "b3,range,traceparent,x-uploadthing-version",
  );

  const head = await fetch(presign(vendor.origin).url, {
    method: "HEAD",
    headers: { origin: "http://localhost:3000" },
  });
  expect(head.headers.get("access-control-expose-headers")).toContain("x-ut-range-start");
});

test("wants the key for what a server says, and answers to loopback names only", async () => {
  const bodies = {
    "/route-metadata": {},
    "/callback-result": {},
    "/v6/listFiles": {},
    "/v6/deleteFiles": { fileKeys: [] },
  };
  for (const [path, body] of Object.entries(bodies)) {
    const send = (headers: Record<string, string>) =>
      fetch(vendor.origin + path, { method: "POST", body: JSON.stringify(body), headers });
    expect((await send({})).status).toBe(401);
    expect((await send({ "x-uploadthing-api-key": app.apiKey.slice(0, -1) })).status).toBe(401);
  }

  const outside = await fetch(`${vendor.origin}/route-metadata`, {
    method: "POST",
    headers: { "x-uploadthing-api-key": app.apiKey },
    body: JSON.stringify({
      fileKeys: ["contract-key"],
      callbackUrl: "https://example.com/api",
      callbackSlug: "x",
    }),
  });
  expect(outside.status).toBe(400);

  const rebound = await new Promise((resolve) => {
    request(vendor.origin, { path: "/__control", headers: { host: "evil.example" } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end();
  });
  expect(rebound).toBe(421);
});
