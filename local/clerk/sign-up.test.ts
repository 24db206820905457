import { expect, test } from "vitest";

import { openBrowser, signUp, textAt } from "./testing/open-browser";
import { COOKIE_SUFFIX, startTestClerk } from "./testing/start-test-clerk";

test("an address and a password make a user who is signed in", async () => {
  const clerk = await startTestClerk();
  const browser = openBrowser(clerk);

  const answer = await signUp(browser, " Ada@Example.com ");

  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    response: { status: "complete", email_address: "ada@example.com" },
    client: {
      sessions: [{ status: "active", user: { image_url: "http://localhost:4100/__clerk/avatar.svg?c=A" } }],
    },
  });
  expect([...browser.cookies.keys()]).toContain(`__client_uat_${COOKIE_SUFFIX}`);
  const page = await browser.open("/models");
  expect(page).toMatchObject({ userId: textAt(answer, "response", "created_user_id"), handshakes: 0 });
});

test("an address with +verify waits for the code", async () => {
  const clerk = await startTestClerk();
  const browser = openBrowser(clerk);

  const answer = await signUp(browser, "ada+verify@example.com");
  expect(answer.body).toMatchObject({
    response: { status: "missing_requirements", unverified_fields: ["email_address"], created_user_id: null },
  });
  const path = `/v1/client/sign_ups/${textAt(answer, "response", "id")}`;
  expect(answer.body).toMatchObject({ response: { verifications: { email_address: null } } });
  const early = { strategy: "email_code", code: "424242" };
  expect((await browser.call("POST", `${path}/attempt_verification`, early)).status).toBe(400);
  await browser.call("POST", `${path}/prepare_verification`, { strategy: "email_code" });
  expect(
    await browser.call("POST", `${path}/attempt_verification`, { strategy: "email_code", code: "000000" }),
  ).toMatchObject({
    status: 422,
    body: { errors: [{ code: "form_code_incorrect" }] },
  });
  expect((await clerk.backend.users.getUserList()).data).toEqual([]);

  const done = await browser.call("POST", `${path}/attempt_verification`, {
    strategy: "email_code",
    code: "424242",
  });
  expect(done.body).toMatchObject({ response: { status: "complete", unverified_fields: [] } });
});

test("verifyEmail asks every address for the code", async () => {
  const browser = openBrowser(await startTestClerk({ verifyEmail: true }));
  const answer = await signUp(browser, "ada@example.com");
  expect(answer.body).toMatchObject({ response: { unverified_fields: ["email_address"] } });
});

test("fields may come one after another", async () => {
  const browser = openBrowser(await startTestClerk());
  const begun = await browser.call("POST", "/v1/client/sign_ups", { email_address: "ada@example.com" });
  expect(begun.body).toMatchObject({ response: { missing_fields: ["password"] } });

  const path = `/v1/client/sign_ups/${textAt(begun, "response", "id")}`;
  const done = await browser.call("PATCH", path, { password: "correct horse", first_name: "Ada" });
  expect(done.body).toMatchObject({
    response: { status: "complete" },
    client: { sessions: [{ user: { first_name: "Ada" } }] },
  });
});

test.each([
  {
    wrong: "a taken address",
    form: { email_address: "ADA@example.com", password: "correct horse" },
    code: "form_identifier_exists",
  },
  {
    wrong: "no address",
    form: { email_address: "ada", password: "correct horse" },
    code: "form_param_format_invalid",
  },
  {
    wrong: "a short password",
    form: { email_address: "bob@example.com", password: "1234567" },
    code: "form_password_length_too_short",
  },
  {
    wrong: "a long password",
    form: { email_address: "bob@example.com", password: "x".repeat(73) },
    code: "form_password_length_too_long",
  },
  { wrong: "metadata that is no JSON", form: { unsafe_metadata: "{" }, code: "form_param_format_invalid" },
])("$wrong is refused and makes nobody", async ({ form, code }) => {
  const clerk = await startTestClerk();
  await signUp(openBrowser(clerk), "ada@example.com");

  const answer = await openBrowser(clerk).call("POST", "/v1/client/sign_ups", form);

  expect(answer).toMatchObject({ status: 422, body: { errors: [{ code }] } });
  expect(await clerk.backend.users.getCount()).toBe(1);
});

test("two browsers that race for an address make one user", async () => {
  const clerk = await startTestClerk();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => signUp(openBrowser(clerk), "ada@example.com")),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422]);
  expect(await clerk.backend.users.getCount()).toBe(1);
});
