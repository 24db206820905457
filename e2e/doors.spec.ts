import http from "node:http";

import { rates } from "~/catalog/rates";

import { createPerson, openSession } from "./fixtures/people";
import { breaksPolicy, expect, test } from "./fixtures/test";

/** Built ahead, rendered for this visit, not there at all, and a door. */
const paths = [
  "/",
  "/pricing",
  "/your-data",
  "/receipt",
  "/sign-in",
  "/nowhere/at/all",
  "/api/receipts/keys",
];

test("every answer says what a page may run, and is framed, sniffed and followed by nobody", async ({
  page,
}) => {
  for (const path of paths) {
    const headers = (await page.request.get(path)).headers();
    const policy = headers["content-security-policy"] ?? "";
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(/script-src ([^;]*)/.exec(policy)?.[1] ?? "", path).not.toMatch(
      /'unsafe-inline'|'unsafe-eval'|https?:/,
    );
    expect(headers["strict-transport-security"], path).toContain("max-age=63072000");
    expect(headers["permissions-policy"], path).toContain("camera=()");
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
    });
  }
  // Files too. Those of the worker are Cloudflare's to serve: its build's "_headers" say it, which nothing here plays.
  const html = await (await page.request.get("/sign-in")).text();
  const files = [...html.matchAll(/"(\/_next\/static\/[^"\\]+\.(?:js|css))"/g)].map(([, file = ""]) => file);
  expect(files.length).toBeGreaterThan(2);
  for (const file of process.env["E2E_EDGE"] ? [] : files) {
    const headers = (await page.request.get(file)).headers();
    expect(headers["content-security-policy"], file).toBe("frame-ancestors 'none'");
    expect(headers["x-content-type-options"], file).toBe("nosniff");
  }
  // Each comes to life under its policy: the fixture fails on what a page wanted and may not.
  for (const path of paths.slice(0, -1)) {
    await page.goto(path);
    await expect(page.getByRole("heading").first()).toBeVisible();
    await expect(page.locator("html")).toHaveClass(/\b(light|dark)\b/);
  }
  const nonces = new Set<string>();
  for (let visit = 0; visit < 3; visit++) {
    const policy = (await page.request.get("/sign-in")).headers()["content-security-policy"] ?? "";
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
  }
  expect(nonces.size).toBe(3);
});

test(
  "a script that someone gets into a page does not run",
  { annotation: { type: breaksPolicy } },
  async ({ page }) => {
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    for (const path of ["/pricing", "/sign-in"]) {
      await page.route(`**${path}`, async (route) => {
        const response = await route.fetch();
        const planted = `<script>console.log("planted" + " ran")</script><img src="/none" onerror="console.log('planted' + ' ran')">`;
        await route.fulfill({
          response,
          body: (await response.text()).replace("</body>", `${planted}</body>`),
        });
      });
      await page.goto(path);
      await expect
        .poll(() => said.filter((line) => line.includes("Content Security Policy")).length)
        .toBeGreaterThan(1);
    }
    expect(said).not.toContain("planted ran");
  },
);

test("another site's page changes nothing here, whoever is signed in", async ({ page, db, baseURL }) => {
  const person = await createPerson(db);
  await openSession(page, person);
  const own = new URL(baseURL ?? "").origin;
  const doors = [
    ["/api/trpc/privacy.beginExport", { json: null }],
    ["/api/prompt-help", { prompt: "a kite", style: "anime", subject: null }],
    ["/api/uploadthing?actionType=upload&slug=photo", { files: [] }],
    ["/api/receipts/check", {}],
  ] as const;
  const foreign = [
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: own.replace("localhost", "files.localhost"), "sec-fetch-site": "same-site" },
  ];
  for (const [door, data] of doors) {
    for (const headers of foreign) {
      expect((await page.request.post(door, { data, headers })).status(), `${door} ${headers.origin}`).toBe(
        403,
      );
    }
    const ours = await page.request.post(door, {
      data,
      headers: { origin: own, "sec-fetch-site": "same-origin" },
    });
    expect(ours.status(), door).not.toBe(403);
  }
});

test("methods that nobody needs are refused, and TRACE shows nobody what they sent", async ({
  baseURL,
  page,
}) => {
  const { port } = new URL(baseURL ?? "");
  for (const path of [...paths, "/studio", "/api/trpc/models.list", "/api/webhooks/clerk"]) {
    const traced = await ask(Number(port), { method: "TRACE", path });
    expect(traced.status, path).toBeGreaterThanOrEqual(400);
    expect(traced.body, path).not.toContain("a-planted-cookie");
    for (const method of ["DELETE", "PATCH", "OPTIONS", "PROPFIND", "PUT"]) {
      const { status } = await ask(Number(port), { method, path });
      expect([400, 405], `${method} ${path}`).toContain(status);
    }
  }
  expect((await page.request.get("/")).status()).toBe(200);
});

test("nobody is led away: not by a path, not after signing in", async ({ page, db, baseURL }) => {
  for (const path of [
    "//evil.example",
    "//evil.example/",
    "/\\evil.example/",
    "/%2F%2Fevil.example/",
    "/studio//evil.example/",
  ]) {
    const answer = await fetch(`${baseURL ?? ""}${path}`, { redirect: "manual" });
    const location = answer.headers.get("location");
    if (location !== null) expect(new URL(location, baseURL).origin, path).toBe(baseURL);
  }
  const person = await createPerson(db);
  await page.goto(`/sign-in?redirect_url=${encodeURIComponent("https://evil.example/studio")}`);
  await page.getByLabel("Email address").fill(person.email);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in" && !url.pathname.startsWith("/sign-in/"));
  expect(new URL(page.url()).origin).toBe(baseURL);
});

test("who asks too often reads when it goes on", async ({ page, db }) => {
  const person = await createPerson(db);
  await openSession(page, person);
  await page.goto("/privacy");
  const { free } = rates.export.perUser;
  // By the page's own connections: one that the server has just closed is opened again there.
  const answers = await page.evaluate(async (count) => {
    const headers = { "content-type": "application/json" };
    const begin = () =>
      fetch("/api/trpc/privacy.beginExport", { method: "POST", headers, body: '{"json":null}' });
    const responses = await Promise.all(Array.from({ length: count }, begin));
    return responses.map(({ status, headers: said }) => ({ status, wait: Number(said.get("retry-after")) }));
  }, free + 3);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(3);
  expect(refused[0]?.wait).toBeGreaterThan(0);

  await page
    .getByRole("button", { name: /export|download/i })
    .first()
    .click();
  await expect(page.getByText(/You can go on in \d+ minutes\./)).toBeVisible();
});

/** Asks by any method, which browsers and fetch do not let one: TRACE is refused there already. */
function ask(port: number, { method, path }: { method: string; path: string }) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const headers = { host: `localhost:${port}`, cookie: "planted=a-planted-cookie" };
    const request = http.request({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
      let body = "";
      answer.on("data", (part: Buffer) => (body += part.toString("utf8")));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    request.on("error", reject);
    request.end();
  });
}
