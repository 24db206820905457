import { expect, test } from "vitest";

import { openBrowser, signUp, textAt } from "./testing/open-browser";
import type { Browser } from "./testing/open-browser";
import { startTestClerk } from "./testing/start-test-clerk";

const EMAIL = "ada@example.com";
const PASSWORD = "correct horse";

async function begin(browser: Browser): Promise<string> {
  const answer = await browser.call("POST", "/v1/client/sign_ins", { identifier: EMAIL });
  expect(answer.body).toMatchObject({ response: { status: "needs_first_factor", identifier: EMAIL } });
  return `/v1/client/sign_ins/${textAt(answer, "response", "id")}`;
}

async function clerkWithAda() {
  const clerk = await startTestClerk();
  await clerk.backend.users.createUser({ emailAddress: [EMAIL], password: PASSWORD });
  return { clerk, browser: openBrowser(clerk) };
}

test("the password signs in, a wrong one does not", async () => {
  const { browser } = await clerkWithAda();
  const path = await begin(browser);

  const wrong = await browser.call("POST", `${path}/attempt_first_factor`, {
    strategy: "password",
    password: "battery",
  });
  expect(wrong).toMatchObject({
    status: 422,
    body: { errors: [{ code: "form_password_incorrect", meta: { param_name: "password" } }] },
  });
  expect((await browser.open("/models")).userId).toBeNull();

  const right = await browser.call("POST", `${path}/attempt_first_factor`, {
    strategy: "password",
    password: PASSWORD,
  });
  expect(right.body).toMatchObject({ response: { status: "complete" } });
  browser.keepToken(right);
  expect((await browser.open("/models")).userId).toMatch(/^user_/);
});

test("the e-mailed code signs in once it was asked for", async () => {
  const { browser } = await clerkWithAda();
  const path = await begin(browser);
  const attempt = (code: string) =>
    browser.call("POST", `${path}/attempt_first_factor`, { strategy: "email_code", code });

  expect((await attempt("424242")).status).toBe(400);
  await browser.call("POST", `${path}/prepare_first_factor`, { strategy: "email_code" });
  expect((await attempt("123456")).body).toMatchObject({ errors: [{ code: "form_code_incorrect" }] });
  expect((await attempt("424242")).body).toMatchObject({ response: { status: "complete" } });
});

test("a forgotten password is replaced by way of a code", async () => {
  const { clerk, browser } = await clerkWithAda();
  const path = await begin(browser);
  const strategy = "reset_password_email_code";
  await browser.call("POST", `${path}/prepare_first_factor`, { strategy });
  const proven = await browser.call("POST", `${path}/attempt_first_factor`, { strategy, code: "424242" });
  expect(proven.body).toMatchObject({ response: { status: "needs_new_password" }, client: { sessions: [] } });

  const done = await browser.call("POST", `${path}/reset_password`, { password: "battery staple" });
  expect(done.body).toMatchObject({ response: { status: "complete" } });
  const [user] = (await clerk.backend.users.getUserList()).data;
  const verify = (password: string) =>
    clerk.backend.users.verifyPassword({ userId: user?.id ?? "", password });
  expect(await verify("battery staple")).toEqual({ verified: true });
  await expect(verify(PASSWORD)).rejects.toThrow();
});

test("an unknown address is named as such", async () => {
  const { browser } = await clerkWithAda();
  const answer = await browser.call("POST", "/v1/client/sign_ins", { identifier: "bob@example.com" });
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: "form_identifier_not_found" }] } });
});

test("one signs out before signing in as another", async () => {
  const { browser } = await clerkWithAda();
  await signUp(browser, "bob@example.com");
  const refused = await browser.call("POST", "/v1/client/sign_ins", { identifier: EMAIL });
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ code: "session_exists" }] } });

  const out = await browser.call("DELETE", "/v1/client/sessions");
  expect(out.body).toMatchObject({ response: { sessions: [] } });
  expect(browser.cookies.get("__client_uat")).toBe("0");
  await begin(browser);
});

test("a sign-in token is good for one sign-in", async () => {
  const { clerk, browser } = await clerkWithAda();
  const [user] = (await clerk.backend.users.getUserList()).data;
  const { token } = await clerk.backend.signInTokens.createSignInToken({
    userId: user?.id ?? "",
    expiresInSeconds: 60,
  });
  const use = (one: Browser) =>
    one.call("POST", "/v1/client/sign_ins", { strategy: "ticket", ticket: token });

  const first = await use(browser);
  expect(first.body).toMatchObject({ response: { status: "complete", identifier: EMAIL } });
  browser.keepToken(first);
  expect((await browser.open("/")).userId).toBe(user?.id);
  expect(await use(openBrowser(clerk))).toMatchObject({
    status: 422,
    body: { errors: [{ code: "ticket_already_used_code" }] },
  });
});
