import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { workerVariables } from "~/edge/worker-variables";
import { findFreePort } from "~/local/launcher/free-ports";
import { startEdge } from "~/local/edge/start-edge";
import { demoUser } from "~/local/seed/demo-user";

import { addPhotos, agree } from "./fixtures/journey";
import { createPerson, openSession, signIn } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

const MIB = 1024 * 1024;
const root = join(import.meta.dirname, "..");

// These hold for the worker; the same set without the edge has no such doors.
test.skip(process.env["E2E_EDGE"] !== "1", "runs with --edge");

test("a host that is not ours is refused, and nobody can be sent to one @alone", async ({ baseURL }) => {
  const { port } = new URL(baseURL ?? "");
  const foreign = await ask(Number(port), "/studio", { host: "evil.test" });
  expect(foreign.status).toBe(421);
  expect(foreign.headers.location).toBeUndefined();

  const own = `localhost:${port}`;
  for (const headers of [
    { "x-forwarded-host": "evil.test" },
    { forwarded: "host=evil.test;proto=https" },
    { "x-forwarded-proto": "https", "x-forwarded-port": "444" },
    { "x-original-url": "//evil.test/", "x-rewrite-url": "//evil.test/" },
  ]) {
    const answer = await ask(Number(port), "/studio", { host: own, ...headers });
    expect(answer.status).toBe(307);
    expect(new URL(answer.headers.location ?? "", baseURL).host).toBe(own);
    expect(JSON.stringify(answer)).not.toContain("evil.test");
  }
  // Proxies' own absolute form, and a path that browsers would take for a host.
  expect((await ask(Number(port), "http://evil.test/studio", { host: "evil.test" })).status).toBe(421);
  const doubled = await ask(Number(port), "//evil.test/studio", { host: own });
  expect(new URL(doubled.headers.location ?? "/", baseURL).host).toBe(own);
});

test("twenty megabytes are refused before they are sent @alone", async ({ baseURL, request }) => {
  const port = Number(new URL(baseURL ?? "").port);
  const doors = ["/api/trpc/models.saveDraft", "/studio", "/api/uploadthing", "/api/webhooks/clerk"];
  for (const path of [...doors, "/api/inngest"]) {
    expect(await pour({ port, path, bytes: 20 * MIB, saysHowMuch: true }), path).toBe(413);
    expect(await pour({ port, path, bytes: 20 * MIB, saysHowMuch: false }), path).toBe(413);
  }
  expect((await request.get("/")).status()).toBe(200);
});

test("slow clients hold nobody up @alone", async ({ baseURL, page }) => {
  await signIn(page, demoUser);
  const { port } = new URL(baseURL ?? "");
  const head = `POST /api/trpc/models.saveDraft HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-length: 1000\r\n\r\n{`;
  const slow = await Promise.all(
    Array.from({ length: 60 }, async (_, at) => {
      const socket = net.connect(Number(port), "127.0.0.1");
      socket.on("error", () => undefined);
      await once(socket, "connect");
      socket.write(at % 2 === 0 ? head : head.slice(0, 30));
      return socket;
    }),
  );
  try {
    const began = performance.now();
    expect((await page.request.get("/studio")).status()).toBe(200);
    expect(performance.now() - began).toBeLessThan(5_000);
  } finally {
    for (const socket of slow) socket.destroy();
  }
  expect((await page.request.get("/studio")).status()).toBe(200);
});

test("pages that are given up in mid-stream leave nothing behind @alone", async ({
  baseURL,
  page,
  context,
}) => {
  await signIn(page, demoUser);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const { port } = new URL(baseURL ?? "");
  for (let turn = 0; turn < 30; turn += 1) {
    await new Promise<void>((resolve, reject) => {
      const request = http.get(
        { port, path: turn % 2 ? "/gallery" : "/models", headers: { cookie } },
        (answer) => {
          answer.once("data", () => {
            request.destroy();
            resolve();
          });
          answer.on("error", () => undefined);
        },
      );
      request.on("error", reject);
    });
  }
  // As many again that leave before there is an answer.
  for (let turn = 0; turn < 30; turn += 1) {
    const request = http.get({ port, path: "/gallery", headers: { cookie } });
    request.on("error", () => undefined);
    await pause(turn);
    request.destroy();
  }
  const answer = await page.request.get("/gallery");
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain("</html>");
});

test("with the Node host down, pages are there and an upload says what is wrong @alone", async ({
  browser,
  photos,
  db,
}) => {
  const port = await findFreePort(5200);
  const dir = await mkdtemp(join(tmpdir(), "likeness-edge-"));
  const edge = await startEdge({
    port,
    // A port that nothing listens on, and that workerd may ask.
    nodeOrigin: "http://localhost:1",
    variables: workerVariables,
    env: process.env,
    built: join(root, ".open-next"),
    dir,
    mayLeave: false,
  });
  const context = await browser.newContext({ baseURL: edge.origin });
  try {
    const page = await context.newPage();
    await expect
      .poll(() =>
        page.request.get("/").then(
          (answer) => answer.status(),
          () => 0,
        ),
      )
      .toBe(200);
    const webhook = await page.request.post("/api/webhooks/clerk", { data: {} });
    expect(webhook.status()).toBe(503);
    expect(webhook.headers()["retry-after"]).toBe("30");

    await openSession(page, await createPerson(db));
    await page.goto("/models/new");
    await page.getByLabel("Name").fill("Ines");
    await page.getByRole("radio", { name: "Woman" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    await agree(page);
    await addPhotos(page, photos.slice(0, 1));
    await expect(page.getByRole("main")).toContainText("This part of Likeness is not answering right now.");
    for (const path of ["/studio", "/gallery", "/models"]) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      await expect(page.getByTestId("credit-balance")).toContainText("3 credits");
    }
  } finally {
    await context.close();
    await edge.close();
    await rm(dir, { recursive: true, force: true });
  }
});

interface Answer {
  status: number | undefined;
  headers: http.IncomingHttpHeaders;
}

function ask(port: number, path: string, headers: http.OutgoingHttpHeaders): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: "127.0.0.1", port, path, headers }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode, headers: answer.headers });
    });
    request.on("error", reject);
  });
}

interface Pouring {
  port: number;
  path: string;
  bytes: number;
  saysHowMuch: boolean;
}

/**
 * Sends a body a piece at a time, giving the server time to answer between them. Whatever it answers before the end is
 * the answer; one that was told how much comes has to answer at the first piece.
 */
function pour({ port, path, bytes, saysHowMuch }: Pouring): Promise<number | undefined> {
  const piece = Buffer.alloc(MIB);
  const headers = saysHowMuch ? { "content-length": bytes } : {};
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port, path, method: "POST", headers });
    const timer = setInterval(() => {
      bytes -= piece.length;
      if (bytes > 0) request.write(piece);
      else request.end();
    }, 100);
    const settle = () => {
      clearInterval(timer);
      request.destroy();
    };
    request.setHeader("host", `localhost:${port}`);
    request.once("response", ({ statusCode }) => {
      settle();
      resolve(statusCode);
    });
    request.on("error", (error) => {
      settle();
      reject(error);
    });
    if (saysHowMuch) clearInterval(timer);
    request.write(piece);
  });
}
