import { verifyToken } from "@clerk/nextjs/server";
import { afterEach, expect, test, vi } from "vitest";

import { openBrowser, signUp, textAt } from "./testing/open-browser";
import {
  APP_ORIGIN,
  COOKIE_SUFFIX,
  SECRET_KEY,
  startTestClerk,
  temporaryDir,
} from "./testing/start-test-clerk";

afterEach(() => {
  vi.useRealTimers();
});

test("the middleware finds a lost session by one handshake", async () => {
  const clerk = await startTestClerk();
  const browser = openBrowser(clerk);
  const answer = await signUp(browser, "ada@example.com");
  for (const name of ["__session", `__session_${COOKIE_SUFFIX}`]) browser.cookies.delete(name);

  const page = await browser.open("/models?tab=all");

  expect(page).toMatchObject({ userId: textAt(answer, "response", "created_user_id"), handshakes: 1 });
  expect(browser.cookies.get("__session")).toMatch(/^eyJ/);
  expect(browser.cookies.has("__clerk_handshake_nonce")).toBe(false);
  expect((await browser.open("/models")).handshakes).toBe(0);
});

test("an expired token is refreshed: by the browser, and by a handshake", async () => {
  const clerk = await startTestClerk();
  const browser = openBrowser(clerk);
  const answer = await signUp(browser, "ada@example.com");
  const userId = textAt(answer, "response", "created_user_id");
  const verify = () =>
    verifyToken(browser.cookies.get("__session") ?? "", { secretKey: SECRET_KEY, apiUrl: clerk.origin });
  expect(await verify()).toMatchObject({
    sub: userId,
    iss: "https://clerk.local.test",
  });

  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 120_000 });
  await expect(verify()).rejects.toThrow(/expired/);
  expect(await browser.open("/models")).toMatchObject({
    userId,
    handshakes: 1,
  });
  await verify();

  vi.setSystemTime(Date.now() + 120_000);
  await expect(verify()).rejects.toThrow(/expired/);
  const session = textAt(answer, "response", "created_session_id");
  browser.keepToken(await browser.call("POST", `/v1/client/sessions/${session}/tokens`));
  expect(await browser.open("/models")).toMatchObject({
    userId,
    handshakes: 0,
  });
});

test("a session ends after seven days", async () => {
  const clerk = await startTestClerk();
  const browser = openBrowser(clerk);
  const answer = await signUp(browser, "ada@example.com");
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 7 * 86_400_000 + 1000 });

  expect(await browser.open("/models")).toMatchObject({ userId: null, handshakes: 1 });
  const session = textAt(answer, "response", "created_session_id");
  expect((await browser.call("POST", `/v1/client/sessions/${session}/tokens`)).status).toBe(401);
});

test("cookies of a Clerk that was emptied, key and all, lead to signed out", async () => {
  const before = openBrowser(await startTestClerk());
  await signUp(before, "ada@example.com");
  const after = openBrowser(await startTestClerk({ dir: await temporaryDir() }));
  for (const [name, value] of before.cookies) after.cookies.set(name, value);

  expect((await after.open("/models")).userId).toBeNull();
  expect(await after.call("GET", "/v1/client")).toMatchObject({ status: 200, body: { response: null } });
  expect(await after.open("/models")).toMatchObject({ userId: null, handshakes: 1 });
  expect(await after.open("/models")).toMatchObject({ userId: null, handshakes: 0 });
});

test("a user who was deleted is signed out once the token has run out", async () => {
  const clerk = await startTestClerk();
  const browser = openBrowser(clerk);
  const answer = await signUp(browser, "ada@example.com");
  await clerk.backend.users.deleteUser(textAt(answer, "response", "created_user_id"));
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 120_000 });

  expect(await browser.open("/models")).toMatchObject({ userId: null, handshakes: 1 });
  expect(await browser.open("/models")).toMatchObject({ userId: null, handshakes: 0 });
});

test("tokens verify without a request when the public key is given", async () => {
  const clerk = await startTestClerk();
  const browser = openBrowser(clerk);
  await signUp(browser, "ada@example.com");
  const claims = await verifyToken(browser.cookies.get("__session") ?? "", { jwtKey: clerk.publicKeyPem });
  expect(claims).toMatchObject({ v: 2, sts: "active", azp: APP_ORIGIN });
});

test("the token form works as well as the nonce", async () => {
  const clerk = await startTestClerk();
  const browser = openBrowser(clerk);
  await signUp(browser, "ada@example.com");
  const handshake = await fetch(
    `${clerk.origin}/v1/client/handshake?redirect_url=${encodeURIComponent(`${APP_ORIGIN}/models`)}`,
    {
      redirect: "manual",
      headers: {
        cookie: `__client=${browser.cookies.get("__client") ?? ""}`,
        "x-forwarded-host": "localhost:4100",
        "x-forwarded-proto": "http",
      },
    },
  );
  expect(handshake.headers.get("location")).toBe(`${APP_ORIGIN}/models`);
  const token = /__clerk_handshake=([^;]+)/.exec(handshake.headers.getSetCookie().join("\n"))?.[1];

  const stranger = openBrowser(clerk);
  stranger.cookies.set("__clerk_handshake", token ?? "");
  expect((await stranger.open("/models")).userId).toMatch(/^user_/);
});

test.each([
  "https://evil.example/",
  "http://localhost:4101/models",
  "//evil.example",
  "javascript:alert(1)",
  "",
])("the handshake does not lead to %j", async (target) => {
  const clerk = await startTestClerk();
  const response = await fetch(
    `${clerk.origin}/v1/client/handshake?redirect_url=${encodeURIComponent(target)}`,
    {
      redirect: "manual",
      headers: { "x-forwarded-host": "localhost:4100", "x-forwarded-proto": "http" },
    },
  );
  expect(response.status).toBe(400);
  expect(response.headers.get("location")).toBeNull();
});
