import { expect, test } from "vitest";

import { openBrowser, signUp, textAt } from "./testing/open-browser";
import { startTestClerk } from "./testing/start-test-clerk";

const EMAIL = "ada@example.com";
const JPEG = Buffer.from("ffd8ffe000104a46494600010100", "hex");

test("names are changed, and cleared by an empty one", async () => {
  const browser = openBrowser(await startTestClerk());
  await signUp(browser, EMAIL);
  const named = await browser.call("PATCH", "/v1/me", { first_name: "Ada", last_name: "Lovelace" });
  expect(named.body).toMatchObject({ response: { first_name: "Ada", last_name: "Lovelace" } });
  const cleared = await browser.call("PATCH", "/v1/me", { last_name: "" });
  expect(cleared.body).toMatchObject({ response: { first_name: "Ada", last_name: null } });
});

test("a new password wants the old one, and may sign out the other devices", async () => {
  const clerk = await startTestClerk();
  const laptop = openBrowser(clerk);
  const phone = openBrowser(clerk);
  await signUp(laptop, EMAIL);
  await phone.call("POST", "/v1/client/sign_ins", { identifier: EMAIL, password: "correct horse" });
  const change = (current_password: string) =>
    laptop.call("POST", "/v1/me/change_password", {
      current_password,
      new_password: "battery staple",
      sign_out_of_other_sessions: "true",
    });

  expect(await change("wrong")).toMatchObject({
    status: 422,
    body: { errors: [{ code: "form_password_incorrect" }] },
  });
  expect((await change("correct horse")).status).toBe(200);
  expect((await laptop.call("GET", "/v1/me")).status).toBe(200);
  expect((await phone.call("GET", "/v1/me")).status).toBe(401);
  const again = await phone.call("POST", "/v1/client/sign_ins", {
    identifier: EMAIL,
    password: "battery staple",
  });
  expect(again.status).toBe(200);
});

test("a device can be signed out from another, by its owner alone", async () => {
  const clerk = await startTestClerk();
  const laptop = openBrowser(clerk);
  const phone = openBrowser(clerk);
  const stranger = openBrowser(clerk);
  await signUp(laptop, EMAIL);
  await signUp(stranger, "bob@example.com");
  const answer = await phone.call("POST", "/v1/client/sign_ins", {
    identifier: EMAIL,
    password: "correct horse",
  });
  const session = textAt(answer, "response", "created_session_id");

  expect((await laptop.call("GET", "/v1/me/sessions/active")).body).toHaveLength(2);
  expect((await stranger.call("POST", `/v1/me/sessions/${session}/revoke`)).status).toBe(404);
  expect((await phone.call("GET", "/v1/me")).status).toBe(200);
  const revoked = await laptop.call("POST", `/v1/me/sessions/${session}/revoke`);
  expect(revoked.body).toMatchObject({ response: { status: "revoked" } });
  expect((await phone.call("GET", "/v1/me")).status).toBe(401);
});

test("an account deletes itself", async () => {
  const clerk = await startTestClerk();
  const browser = openBrowser(clerk);
  await signUp(browser, EMAIL);
  const gone = await browser.call("DELETE", "/v1/me");
  expect(gone.body).toMatchObject({ response: { deleted: true }, client: { sessions: [] } });
  expect(browser.cookies.get("__client_uat_4qziOR6R")).toBe("0");
  expect(await clerk.backend.users.getCount()).toBe(0);
});

test("a profile picture is kept, served and removed; anything but a picture is refused", async () => {
  const clerk = await startTestClerk();
  const browser = openBrowser(clerk);
  await signUp(browser, EMAIL);
  const upload = (bytes: Buffer) => {
    const form = new FormData();
    form.set("file", new File([new Uint8Array(bytes)], "me.jpg"));
    const headers = { cookie: `__client=${browser.cookies.get("__client") ?? ""}` };
    return fetch(`${clerk.origin}/v1/me/profile_image`, { method: "POST", body: form, headers });
  };

  expect((await upload(Buffer.from("<svg/>"))).status).toBe(422);
  expect((await upload(JPEG)).status).toBe(200);
  const { body } = await browser.call("GET", "/v1/me");
  expect(body).toMatchObject({ response: { has_image: true } });
  const path = /\/images\/[0-9a-f]+\.jpg/.exec(JSON.stringify(body))?.[0] ?? "";
  const served = await fetch(`${clerk.origin}${path}`);
  expect(served.headers.get("content-type")).toBe("image/jpeg");
  expect(Buffer.from(await served.arrayBuffer())).toEqual(JPEG);

  await browser.call("DELETE", "/v1/me/profile_image");
  expect((await fetch(`${clerk.origin}${path}`)).status).toBe(404);
});
