import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, onTestFinished, test } from "vitest";

import { openBrowser, signUp, textAt } from "./testing/open-browser";
import {
  PUBLISHABLE_KEY,
  SECRET_KEY,
  startTestClerk,
  temporaryDir,
  WEBHOOK_SECRET,
} from "./testing/start-test-clerk";

test("users, sessions and the key survive a restart; passwords are not in the file", async () => {
  const before = await startTestClerk();
  const browser = openBrowser(before);
  const answer = await signUp(browser, "ada@example.com", "correct horse battery");
  await before.close();

  const after = await startTestClerk({ dir: before.dir });
  const sameBrowser = openBrowser(after);
  for (const [name, value] of browser.cookies) sameBrowser.cookies.set(name, value);
  expect(await sameBrowser.open("/models")).toMatchObject({
    userId: textAt(answer, "response", "created_user_id"),
    handshakes: 0,
  });
  expect((await sameBrowser.call("GET", "/v1/me")).status).toBe(200);
  expect(after.publicKeyPem).toBe(before.publicKeyPem);

  const state = join(before.dir, "state.json");
  expect(await readFile(state, "utf8")).not.toContain("correct horse");
  expect((await stat(state)).mode & 0o077).toBe(0);
});

test("what was answered survives SIGKILL", async () => {
  const home = await temporaryDir();
  const start = async () => {
    const child = spawn(process.execPath, ["--import", "tsx", new URL("main.ts", import.meta.url).pathname], {
      env: {
        ...process.env,
        LIKENESS_HOME: home,
        LOCAL_CLERK_PORT: "0",
        LOCAL_CLERK_WEBHOOK_URL: "http://localhost:1/api/webhooks/clerk",
        NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
        CLERK_SECRET_KEY: SECRET_KEY,
        CLERK_WEBHOOK_SIGNING_SECRET: WEBHOOK_SECRET,
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => {
      child.kill("SIGKILL");
    });
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    return { child, origin: /http:\S+/.exec(line.toString())?.[0] ?? "" };
  };
  const users = async (origin: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${SECRET_KEY}` };
    return (await fetch(`${origin}/v1/users`, { ...init, headers })).json() as Promise<unknown>;
  };

  const first = await start();
  const body = JSON.stringify({ email_address: ["ada@example.com"], password: "correct horse" });
  await users(first.origin, { method: "POST", body });
  first.child.kill("SIGKILL");
  await once(first.child, "exit");

  const second = await start();
  expect(await users(second.origin)).toMatchObject([
    { email_addresses: [{ email_address: "ada@example.com" }] },
  ]);
  second.child.kill("SIGTERM");
  expect(await once(second.child, "exit")).toEqual([0, null]);
});

test("a state file that is none, a taken port and a pk_test key are refused by name", async () => {
  const dir = await temporaryDir();
  await writeFile(join(dir, "state.json"), '{"users":');
  await expect(startTestClerk({ dir })).rejects.toThrow(/state\.json/);

  const clerk = await startTestClerk();
  const port = Number(new URL(clerk.origin).port);
  await expect(startTestClerk({ port })).rejects.toThrow(/EADDRINUSE/);
  await expect(startTestClerk({ publishableKey: "pk_test_Y2xlcmsubG9jYWwudGVzdCQ=" })).rejects.toThrow(
    /pk_live_/,
  );
});

test("the browser's bundles come out of node_modules, and nothing else does", async () => {
  const { origin } = await startTestClerk();
  const get = (path: string) => fetch(`${origin}${path}`);

  for (const path of ["clerk-js@6/dist/clerk.browser.js", "ui@1/dist/ui.browser.js"]) {
    const response = await get(`/npm/@clerk/${path}`);
    expect(response.headers.get("content-type")).toMatch(/^text\/javascript/);
    expect((await response.text()).length).toBeGreaterThan(10_000);
  }
  for (const path of [
    "clerk-js@6/dist/missing.js",
    "clerk-js@6/dist/..%2f..%2fui%2fpackage.json",
    "backend@3/dist/index.js",
  ]) {
    expect((await get(`/npm/@clerk/${path}`)).status).toBe(404);
  }
});

test("the avatar shows a letter and nothing that could be markup", async () => {
  const { origin } = await startTestClerk();
  const avatar = async (letter: string) =>
    (await fetch(`${origin}/avatar.svg?c=${encodeURIComponent(letter)}`)).text();
  expect(await avatar("É")).toContain(">É</text>");
  expect(await avatar("<script>")).toContain(">?</text>");
});

test("the control handle counts requests and makes them fail", async () => {
  const clerk = await startTestClerk();
  const browser = openBrowser(clerk);
  const fault = {
    faults: [
      { on: "frontend", kind: "status", status: 503 },
      { on: "backend", kind: "status", status: 429 },
    ],
  };
  await fetch(`${clerk.origin}/__control`, { method: "POST", body: JSON.stringify(fault) });

  expect((await browser.call("GET", "/v1/environment")).status).toBe(503);
  expect((await browser.call("GET", "/v1/environment")).status).toBe(200);
  await expect(clerk.backend.users.getCount()).rejects.toMatchObject({ status: 429 });
  expect(await clerk.backend.users.getCount()).toBe(0);

  const control = (await (await fetch(`${clerk.origin}/__control`)).json()) as object;
  expect(control).toMatchObject({
    name: "clerk",
    origin: clerk.origin,
    counts: { "GET /v1/environment": 1, "GET /v1/environment/*": 1 },
    faults: [],
  });
});

test("ids that are names of every object's properties are nobody", async () => {
  const clerk = await startTestClerk();
  for (const id of ["constructor", "__proto__", "toString"]) {
    await expect(clerk.backend.users.getUser(id)).rejects.toMatchObject({ status: 404 });
    const browser = openBrowser(clerk);
    browser.cookies.set("__client", id);
    expect(await browser.call("GET", "/v1/client")).toMatchObject({ body: { response: null } });
  }
});

test("an unplayed endpoint says so", async () => {
  const clerk = await startTestClerk();
  const answer = await openBrowser(clerk).call("POST", "/v1/me/totp");
  expect(answer).toMatchObject({ status: 404, body: { errors: [{ code: "not_played_locally" }] } });
});
