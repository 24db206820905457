import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";

import { cleanHeaders } from "./clean-headers";
import { isOurHost } from "./is-our-host";
import { keepBuiltPage } from "./keep-built-page";
import { limitBody } from "./limit-body";
import { passToNode } from "./pass-to-node";
import { refuse } from "./refuse";
import { findRoute } from "./routes";
import { setCaching } from "./set-caching";

const origin = "https://likeness.example";

describe("the route table", () => {
  test.each([
    ["/", "edge"],
    ["/studio", "edge"],
    ["/api/trpc/models.list", "edge"],
    ["/api/files/picture/1", "edge"],
    ["/__clerk/v1/client", "edge"],
    ["/api/inngest", "node"],
    ["/api/inngest/", "node"],
    ["/api/inngestion", "edge"],
    ["/api/uploadthing", "node"],
    ["/api/webhooks/clerk", "node"],
    ["/api/prompt-help", "node"],
    ["/api/zip/1", "node"],
    ["/api/share-cards/token", "node"],
    ["/api/shared/token", "edge"],
    ["/s/token", "edge"],
  ])("%s is answered by %s", (path, side) => {
    expect(findRoute(path).side).toBe(side);
  });
});

test("a host that someone else wrote is not ours", () => {
  expect(isOurHost(new URL("https://likeness.example/studio"), origin)).toBe(true);
  expect(isOurHost(new URL("https://likeness.example.evil.test/"), origin)).toBe(false);
  expect(isOurHost(new URL("https://likeness.example:8443/"), origin)).toBe(false);
});

test("what the worker refuses is noted by its rule and request, which the answer names too", () => {
  const log = vi.spyOn(console, "warn").mockReturnValue();
  const answers = [refuse("host", "0192"), refuse("body-too-large", "0193"), refuse("method", "0194")];
  expect(answers.map(({ status }) => status)).toEqual([421, 413, 405]);
  expect(answers[2]?.headers.get("allow")).toBe("GET, HEAD, POST");
  expect(answers[0]?.headers.get("x-request-id")).toBe("0192");
  expect(log.mock.calls).toEqual([
    ["refused: host (request 0192)"],
    ["refused: body-too-large (request 0193)"],
    ["refused: method (request 0194)"],
  ]);
  log.mockRestore();
});

test("a visitor cannot say where they come from or where they are", () => {
  const headers = cleanHeaders(
    new Request(`${origin}/`, {
      headers: {
        "x-forwarded-host": "evil.test",
        "x-forwarded-for": "1.1.1.1",
        forwarded: "host=evil.test",
        "x-middleware-subrequest": "src/proxy",
        "x-original-url": "/admin",
        "cf-connecting-ip": "203.0.113.7",
        rsc: "1",
        cookie: "a=b",
      },
    }),
    origin,
  );
  expect(Object.fromEntries(headers)).toEqual({
    "x-forwarded-host": "likeness.example",
    "x-forwarded-proto": "https",
    "x-forwarded-for": "203.0.113.7",
    "cf-connecting-ip": "203.0.113.7",
    rsc: "1",
    cookie: "a=b",
  });
});

describe("a body", () => {
  const post = (body: BodyInit, headers: HeadersInit = {}) =>
    new Request(`${origin}/api/trpc/x`, { method: "POST", body, headers, duplex: "half" } as RequestInit);
  /** A stream of kibibytes that says how many were taken. */
  function kibibytes(count: number) {
    let taken = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (taken++ < count) controller.enqueue(new Uint8Array(1024));
        else controller.close();
      },
    });
    return { stream, taken: () => taken };
  }

  test("that says it is too large is not read", async () => {
    const { stream, taken } = kibibytes(20_000);
    const request = post(stream, { "content-length": String(20_000 * 1024) });
    expect(await limitBody(request, 256 * 1024)).toBe("too large");
    expect(taken()).toBeLessThan(3);
  });

  test("that does not say is read no further than its limit", async () => {
    const { stream, taken } = kibibytes(20_000);
    expect(await limitBody(post(stream), 16 * 1024)).toBe("too large");
    expect(taken()).toBeLessThan(20);
  });

  test("within its limit arrives whole", async () => {
    const body = await limitBody(post(kibibytes(3).stream), 4096);
    expect(body).toHaveProperty("byteLength", 3072);
    expect(await limitBody(new Request(origin), 1)).toBeNull();
  });
});

describe("shared caches", () => {
  const cached = (path: string, headers: HeadersInit = {}, init: ResponseInit = {}) => {
    const response = new Response("page", { headers, ...init });
    return setCaching(new Request(`${origin}${path}`), response).headers.get("cache-control");
  };

  test("may keep the landing page for a minute", () => {
    expect(cached("/", { "cache-control": "s-maxage=31536000" })).toMatch(/^public, max-age=0, s-maxage=60/);
  });

  test("keep nothing that is someone's own, whatever it says", () => {
    expect(cached("/studio", { "cache-control": "s-maxage=31536000" })).toMatch(/^private.*no-store/);
    expect(cached("/studio")).toMatch(/^private.*no-store/);
    expect(cached("/", { "set-cookie": "a=b" })).toMatch(/^private/);
    expect(cached("/", {}, { status: 307 })).toMatch(/^private/);
    expect(cached("/api/files/picture/1", { "cache-control": "private, max-age=40" })).toBe(
      "private, max-age=40",
    );
  });

  test("are told nothing of who is signed in, and answered 304 when they have it", () => {
    const answer = () =>
      new Response("page", { headers: { etag: '"one"', "x-clerk-auth-status": "signed-in" } });
    const first = setCaching(new Request(`${origin}/`), answer());
    expect(first.headers.get("x-clerk-auth-status")).toBeNull();
    const again = new Request(`${origin}/`, { headers: { "if-none-match": '"one"' } });
    expect(setCaching(again, answer()).status).toBe(304);
  });
});

describe("a page that is built ahead", () => {
  const ask = async (
    path: string,
    headers: HeadersInit = {},
    answer = () => new Response(`${path} anew`),
  ) => {
    const render = vi.fn(() => Promise.resolve(answer()));
    const response = await keepBuiltPage(new Request(`${origin}${path}`, { headers }), render);
    return { text: await response.text(), renders: render.mock.calls.length };
  };

  test("is rendered once, and then answered out of memory, to everybody", async () => {
    expect(await ask("/pricing")).toEqual({ text: "/pricing anew", renders: 1 });
    expect(await ask("/pricing", { cookie: "__session=somebody" })).toEqual({
      text: "/pricing anew",
      renders: 0,
    });
  });

  test("is rendered where a part of it is asked for, with a query, or what is no such page", async () => {
    await ask("/");
    expect(await ask("/", { rsc: "1" })).toMatchObject({ renders: 1 });
    expect(await ask("/?from=there")).toMatchObject({ renders: 1 });
    expect(await ask("/studio")).toMatchObject({ renders: 1 });
    expect(await ask("/studio")).toMatchObject({ renders: 1 });
  });

  test("is not kept when it failed or belongs to somebody", async () => {
    await ask("/your-data", {}, () => new Response("no", { status: 500 }));
    await ask("/your-data", {}, () => new Response("mine", { headers: { "set-cookie": "a=b" } }));
    expect(await ask("/your-data")).toEqual({ text: "/your-data anew", renders: 1 });
  });
});

describe("the Node host", () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close().closeAllConnections();
  });

  test("gets the request as it was, and its answer goes back as it is", async () => {
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (piece) => (body += String(piece)));
      request.on("end", () => {
        response.writeHead(302, {
          location: "/elsewhere",
          "x-seen": `${request.method ?? ""} ${request.url ?? ""}`,
        });
        response.end(body);
      });
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const nodeOrigin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const request = new Request(`${origin}/api/inngest?step=1`, { method: "POST", body: "hello" });

    const answer = await passToNode(request, nodeOrigin, findRoute("/api/inngest"));
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe("/elsewhere");
    expect(answer.headers.get("x-seen")).toBe("POST /api/inngest?step=1");
    expect(await answer.text()).toBe("hello");
  });

  test.each([
    ["is down", () => Promise.resolve("http://127.0.0.1:1")],
    [
      "takes too long",
      async () => {
        const server = createServer(() => undefined);
        servers.push(server);
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      },
    ],
  ])("that %s makes a clear 503", async (_, open) => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const request = new Request(`${origin}/api/uploadthing`, { method: "POST", body: "{}" });
    const route = { ...findRoute("/api/uploadthing"), timeoutMs: 200 };
    const answer = await passToNode(request, await open(), route);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("30");
    expect(await answer.json()).toEqual({
      message: "This part of Likeness is not answering right now. Try again in a minute.",
    });
    log.mockRestore();
  });

  test("that would be reached unencrypted is not asked", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const send = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response("read along"));
    const request = () => new Request(`${origin}/api/inngest`);
    const route = findRoute("/api/inngest");
    for (const host of ["http://node.likeness.example", "http://localhost.evil.example"]) {
      expect((await passToNode(request(), host, route)).status).toBe(503);
    }
    expect(send).not.toHaveBeenCalled();
    expect((await passToNode(request(), "https://node.likeness.example", route)).status).toBe(200);
    send.mockRestore();
    log.mockRestore();
  });
});
