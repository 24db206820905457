import { expect, test } from "vitest";

import { openBrowser, signUp, textAt } from "./testing/open-browser";
import { SECRET_KEY, startTestClerk } from "./testing/start-test-clerk";

const demo = { emailAddress: ["demo@likeness.test"], password: "a long password", externalId: "demo" };

test("a seed that runs twice is told that the user exists", async () => {
  const { backend } = await startTestClerk();
  const user = await backend.users.createUser({
    ...demo,
    firstName: "Demo",
    publicMetadata: { plan: "pro" },
  });
  expect(user).toMatchObject({
    externalId: "demo",
    firstName: "Demo",
    passwordEnabled: true,
    publicMetadata: { plan: "pro" },
  });

  await expect(backend.users.createUser(demo)).rejects.toMatchObject({
    status: 422,
    errors: [{ code: "form_identifier_exists", meta: { paramName: "email_address" } }],
  });
  await expect(
    backend.users.createUser({ ...demo, emailAddress: ["other@likeness.test"] }),
  ).rejects.toMatchObject({
    status: 422,
    errors: [{ code: "form_identifier_exists", meta: { paramName: "external_id" } }],
  });
  const found = await backend.users.getUserList({ externalId: ["demo"] });
  expect(found).toMatchObject({ totalCount: 1, data: [{ id: user.id }] });
});

test("users are listed newest first, by page and by address", async () => {
  const { backend } = await startTestClerk();
  for (const name of ["ada", "bob", "cyd"]) {
    await backend.users.createUser({
      emailAddress: [`${name}@example.com`],
      skipPasswordRequirement: true,
      createdAt: new Date(Date.UTC(2026, 0, name.charCodeAt(0) - 96)),
    });
  }
  const addresses = async (params: Parameters<typeof backend.users.getUserList>[0]) =>
    (await backend.users.getUserList(params)).data.map((user) => user.primaryEmailAddress?.emailAddress);

  expect(await addresses({ limit: 2 })).toEqual(["cyd@example.com", "bob@example.com"]);
  expect(await addresses({ limit: 2, offset: 2 })).toEqual(["ada@example.com"]);
  expect(await addresses({ orderBy: "+email_address" })).toEqual([
    "ada@example.com",
    "bob@example.com",
    "cyd@example.com",
  ]);
  expect(await addresses({ emailAddress: ["ADA@example.com", "cyd@example.com"] })).toEqual([
    "cyd@example.com",
    "ada@example.com",
  ]);
  expect(await addresses({ query: "bob" })).toEqual(["bob@example.com"]);
});

test("metadata is merged in depth, or replaced", async () => {
  const { backend } = await startTestClerk();
  const { id } = await backend.users.createUser({
    ...demo,
    publicMetadata: { plan: { name: "free", since: 1 } },
  });

  await backend.users.updateUserMetadata(id, {
    publicMetadata: { plan: { name: "pro" } },
    privateMetadata: { a: 1 },
  });
  const merged = await backend.users.updateUserMetadata(id, { publicMetadata: { plan: { since: null } } });
  expect(merged).toMatchObject({ publicMetadata: { plan: { name: "pro" } }, privateMetadata: { a: 1 } });
  expect(merged.publicMetadata["plan"]).not.toHaveProperty("since");

  const replaced = await backend.users.replaceUserMetadata(id, { publicMetadata: { b: 2 } });
  expect(replaced.publicMetadata).toEqual({ b: 2 });
  expect(replaced.privateMetadata).toEqual({ a: 1 });
});

test("a token for tests comes without a browser", async () => {
  const { backend } = await startTestClerk();
  const user = await backend.users.createUser(demo);
  const session = await backend.sessions.createSession({ userId: user.id });
  const { jwt } = await backend.sessions.getToken(session.id);

  const request = new Request("http://localhost:4100/api/trpc", {
    headers: { authorization: `Bearer ${jwt}` },
  });
  const state = await backend.authenticateRequest(request);
  expect(state.toAuth()).toMatchObject({ userId: user.id, sessionId: session.id });

  await backend.sessions.revokeSession(session.id);
  await expect(backend.sessions.getToken(session.id)).rejects.toMatchObject({ status: 404 });
});

test("deleting a user signs them out and frees the address", async () => {
  const clerk = await startTestClerk();
  const browser = openBrowser(clerk);
  const answer = await signUp(browser, "demo@likeness.test");
  const id = textAt(answer, "response", "created_user_id");

  expect(await clerk.backend.users.deleteUser(id)).toMatchObject({ id, deleted: true });
  await expect(clerk.backend.users.getUser(id)).rejects.toMatchObject({ status: 404 });
  expect((await browser.call("GET", "/v1/me")).status).toBe(401);
  await clerk.backend.users.createUser(demo);
});

test.each([
  { wrong: "no key", headers: {} },
  { wrong: "another key", headers: { authorization: "Bearer sk_live_wrong" } },
  { wrong: "the key without Bearer", headers: { authorization: SECRET_KEY } },
])("$wrong is refused", async ({ headers }) => {
  const clerk = await startTestClerk();
  const response = await fetch(`${clerk.origin}/v1/users`, { headers: headers as Record<string, string> });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ errors: [{ code: "clerk_key_invalid" }] });
});

test("a parameter nobody knows is named", async () => {
  const clerk = await startTestClerk();
  const post = (body: string) =>
    fetch(`${clerk.origin}/v1/users`, {
      method: "POST",
      body,
      headers: { authorization: `Bearer ${SECRET_KEY}` },
    });
  const unknown = await post('{"email_adress":["a@b.test"]}');
  expect(unknown.status).toBe(422);
  expect(await unknown.json()).toMatchObject({
    errors: [{ code: "form_param_unknown", meta: { param_name: "email_adress" } }],
  });
  expect((await post("{")).status).toBe(400);
  expect(await (await post("{}")).json()).toMatchObject({ errors: [{ code: "form_data_missing" }] });
});
