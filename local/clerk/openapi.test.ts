import { describe, expect, test } from "vitest";

import { openBrowser, signUp, textAt } from "./testing/open-browser";
import type { Answer } from "./testing/open-browser";
import { openSpec, specsAreAbsent } from "./testing/open-specs";
import { SECRET_KEY, startTestClerk } from "./testing/start-test-clerk";
import type { TestClerk } from "./testing/start-test-clerk";

// Reading two files of half a megabyte takes its time on a busy machine.
describe("what Clerk's OpenAPI files say", { timeout: 60_000 }, () => {
  test("holds for every answer of the frontend API", async ({ skip }) => {
    skip(specsAreAbsent !== undefined, specsAreAbsent);
    const complaintsOf = openSpec("frontend");
    const complaints: string[] = [];
    let answers = 0;
    const clerk = await startTestClerk();
    const newBrowser = () =>
      openBrowser(clerk, (answer) => {
        answers += 1;
        complaints.push(...complaintsOf(answer));
      });

    await visitAsAda(newBrowser());
    await visitAgainAsAda(newBrowser());

    expect(complaints).toEqual([]);
    expect(answers).toBeGreaterThan(30);
  });

  test("holds for every answer of the backend API", async ({ skip }) => {
    skip(specsAreAbsent !== undefined, specsAreAbsent);
    const complaintsOf = openSpec("backend");
    const complaints: string[] = [];
    const clerk = await startTestClerk();
    const answers = await administer(clerk);
    for (const answer of answers) {
      complaints.push(...complaintsOf({ ...answer, path: answer.path.replace(/^\/v1/, "") }));
    }

    expect(complaints).toEqual([]);
    expect(answers.length).toBeGreaterThan(15);
  });
});

type Browser = ReturnType<typeof openBrowser>;

async function visitAsAda(browser: Browser): Promise<void> {
  await browser.call("GET", "/v1/environment");
  await browser.call("GET", "/v1/client");
  await browser.call("GET", "/v1/me");
  await browser.call("POST", "/v1/client/sign_ups", { email_address: "ada" });
  const begun = await signUp(browser, "ada+verify@example.com");
  const signUpPath = `/v1/client/sign_ups/${textAt(begun, "response", "id")}`;
  await browser.call("GET", signUpPath);
  await browser.call("PATCH", signUpPath, { first_name: "Ada", unsafe_metadata: '{"theme":"dark"}' });
  await browser.call("POST", `${signUpPath}/prepare_verification`, { strategy: "email_code" });
  await browser.call("POST", `${signUpPath}/attempt_verification`, { strategy: "email_code", code: "1" });
  const done = await browser.call("POST", `${signUpPath}/attempt_verification`, {
    strategy: "email_code",
    code: "424242",
  });

  const session = `/v1/client/sessions/${textAt(done, "response", "created_session_id")}`;
  await browser.call("GET", "/v1/client");
  await browser.call("GET", session);
  await browser.call("POST", `${session}/touch`, { active_organization_id: "", intent: "focus" });
  await browser.call("POST", `${session}/tokens`);
  await browser.call("GET", "/v1/me");
  await browser.call("PATCH", "/v1/me", { first_name: "Ada", last_name: "Lovelace" });
  await browser.call("PATCH", "/v1/me/metadata", { unsafe_metadata: '{"theme":null}' });
  await browser.call("GET", "/v1/me/sessions/active");
  await browser.call("DELETE", "/v1/me/profile_image");
  await browser.call("POST", "/v1/me/change_password", { current_password: "wrong", new_password: "x" });
  await browser.call("POST", "/v1/me/change_password", {
    current_password: "correct horse",
    new_password: "battery staple",
  });
  await browser.call("POST", "/v1/client/sign_ins", { identifier: "bob@example.com" });
  await browser.call("POST", `${session}/end`);
  await browser.call("DELETE", "/v1/client/sessions");
}

async function visitAgainAsAda(browser: Browser): Promise<void> {
  await browser.call("PUT", "/v1/client");
  await browser.call("POST", "/v1/client/sign_ins", { identifier: "bob@example.com" });
  await browser.call("POST", "/v1/client/sign_ins");
  const begun = await browser.call("POST", "/v1/client/sign_ins", { identifier: "ada+verify@example.com" });
  const path = `/v1/client/sign_ins/${textAt(begun, "response", "id")}`;
  const strategy = "reset_password_email_code";
  await browser.call("GET", path);
  await browser.call("POST", `${path}/attempt_first_factor`, { strategy: "password", password: "wrong" });
  await browser.call("POST", `${path}/prepare_first_factor`, { strategy: "email_code" });
  await browser.call("POST", `${path}/prepare_first_factor`, { strategy });
  await browser.call("POST", `${path}/attempt_first_factor`, { strategy, code: "424242" });
  await browser.call("GET", "/v1/client");
  const done = await browser.call("POST", `${path}/reset_password`, { password: "correct horse" });
  const session = textAt(done, "response", "created_session_id");
  await browser.call("POST", `/v1/me/sessions/${session}/revoke`);

  await browser.call("POST", "/v1/client/sign_ins", {
    identifier: "ada+verify@example.com",
    password: "correct horse",
  });
  await browser.call("DELETE", "/v1/me");
}

async function administer(clerk: TestClerk): Promise<Answer[]> {
  const answers: Answer[] = [];
  const call = async (method: string, path: string, body?: object, key = SECRET_KEY) => {
    const response = await fetch(`${clerk.origin}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = { method, path, status: response.status, body: (await response.json()) as unknown };
    answers.push(answer);
    return answer;
  };

  await call("GET", "/v1/jwks");
  await call("GET", "/v1/users", undefined, "sk_live_wrong");
  const ada = { email_address: ["ada@example.com"], password: "correct horse", external_id: "demo" };
  const created = await call("POST", "/v1/users", ada);
  await call("POST", "/v1/users", ada);
  const id = textAt(created, "id");
  await call("GET", "/v1/users?external_id=demo&order_by=-created_at&limit=1");
  await call("GET", "/v1/users/count");
  await call("GET", `/v1/users/${id}`);
  await call("GET", "/v1/users/user_nobody");
  await call("PATCH", `/v1/users/${id}`, { first_name: "Ada", last_name: null });
  await call("PATCH", `/v1/users/${id}/metadata`, { public_metadata: { plan: "pro" } });
  await call("PUT", `/v1/users/${id}/metadata`, { private_metadata: { note: "x" } });
  await call("POST", `/v1/users/${id}/verify_password`, { password: "correct horse" });
  const session = await call("POST", "/v1/sessions", { user_id: id });
  const sessionPath = `/v1/sessions/${textAt(session, "id")}`;
  await call("GET", `/v1/sessions?user_id=${id}`);
  await call("GET", sessionPath);
  await call("POST", `${sessionPath}/tokens`, { expires_in_seconds: 600 });
  await call("POST", `${sessionPath}/revoke`);
  await call("GET", sessionPath);
  const ticket = await call("POST", "/v1/sign_in_tokens", { user_id: id, expires_in_seconds: 60 });
  await call("POST", `/v1/sign_in_tokens/${textAt(ticket, "id")}/revoke`);
  await call("POST", "/v1/testing_tokens");
  await call("DELETE", `/v1/users/${id}`);
  return answers;
}
