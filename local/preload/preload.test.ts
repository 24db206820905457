import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findFreePort } from "../launcher/free-ports";

const preload = pathToFileURL(join(import.meta.dirname, "register.mjs")).href;
const imports = `
  import http from "node:http"; import http2 from "node:http2"; import https, { request } from "node:https";
  import net, { connect } from "node:net"; import tls from "node:tls"; import dns, { lookup } from "node:dns";
  import dgram from "node:dgram"; import { Worker } from "node:worker_threads"; import { spawnSync } from "node:child_process";
  import { createServer } from "node:http"; import { once } from "node:events"; import { join } from "node:path";
  const failing = (emitter) => new Promise((resolve, reject) => emitter.on("error", reject));
`;

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "likeness-preload-"));
});
afterEach(() => rm(home, { recursive: true }));

describe("an attempt to leave this machine is refused and written down", () => {
  test.each([
    ["fetch", "https://example.com/a?b", `await fetch("https://example.com/a?b")`],
    ["fetch", "http://192.0.2.1/", `await fetch("http://192.0.2.1/")`],
    ["http", "http://example.com:81/x", `http.get("http://example.com:81/x")`],
    ["https", "https://example.com/y", `request({ hostname: "example.com", path: "/y" })`],
    ["http", "http://192.0.2.1/", `http.request(new URL("http://localhost"), { hostname: "192.0.2.1" })`],
    ["socket", "tcp://192.0.2.1:25", `await failing(connect(25, "192.0.2.1"))`],
    [
      "socket",
      "tcp://example.com:25",
      `await failing(new net.Socket().connect({ host: "example.com", port: 25 }))`,
    ],
    ["socket", "tcp://example.com:443", `await failing(tls.connect(443, "example.com"))`],
    ["socket", "tcp://[2001:db8::1]:443", `await failing(http2.connect("https://[2001:db8::1]"))`],
    ["dns", "dns:example.com", `await new Promise((_, reject) => lookup("example.com", reject))`],
    ["dns", "dns:example.com", `await dns.promises.resolve4("example.com")`],
    ["udp", "udp://192.0.2.1", `dgram.createSocket("udp4").send("x", 53, "192.0.2.1")`],
    ["fetch", "https://localhost.example.com/", `await fetch("https://localhost.example.com/")`],
  ])("%s %s", async (via, url, code) => {
    const { stderr } = await run(
      `try { ${code} } catch (error) { console.error(String(error.cause ?? error), (error.cause ?? error).code) }`,
    );
    expect(stderr).toContain("ERR_OUTGOING_REFUSED");
    expect(stderr).toContain(`Refused ${url}`);
    expect(await refusals()).toMatchObject([{ via, url }]);
  });

  test("in worker threads and in processes started by it too", async () => {
    await run(`
      const worker = new Worker('fetch("http://192.0.2.1/").catch(() => {})', { eval: true });
      await once(worker, "exit");
      spawnSync(process.execPath, ["-e", 'fetch("http://192.0.2.2/").catch(() => {})']);
    `);
    expect(await refusals()).toMatchObject([{ host: "192.0.2.1" }, { host: "192.0.2.2" }]);
  });
});

test("this machine answers, by name and by number, over TCP and over a socket file", async () => {
  const { stdout } = await run(`
    const server = createServer((_, answer) => answer.end("here ")).listen(0, "localhost");
    await once(server, "listening");
    const { port, address } = server.address();
    const hosts = ["localhost", "127.0.0.1"];
    for (const host of hosts) process.stdout.write(await (await fetch("http://" + host + ":" + port)).text());
    for (const host of hosts) for await (const text of (await once(http.get({ host, port }), "response"))[0]) process.stdout.write(text);
    const file = join(process.env.LIKENESS_HOME, "socket");
    const other = createServer((_, answer) => answer.end("file ")).listen(file);
    await once(other, "listening");
    for await (const text of (await once(http.get({ socketPath: file }), "response"))[0]) process.stdout.write(text);
    console.log((await dns.promises.lookup("localhost")).address, address);
    server.closeAllConnections(); server.close(); other.closeAllConnections(); other.close();
  `);
  expect(stdout).toBe("here here here here file 127.0.0.1 127.0.0.1\n");
  expect(await refusals()).toEqual([]);
});

test("what the Lemon Squeezy SDK sends goes to its player, and nowhere else", async () => {
  const code = `
    const server = createServer((request, answer) => answer.end(JSON.stringify({ data: request.url + " " + request.headers.host })));
    server.listen(Number(process.env.LOCAL_LEMONSQUEEZY_PORT || 0), "127.0.0.1");
    await once(server, "listening");
    const { lemonSqueezySetup, getStore } = await import(${JSON.stringify(import.meta.resolve("@lemonsqueezy/lemonsqueezy.js"))});
    lemonSqueezySetup({ apiKey: "key" });
    const { data, error } = await getStore(1);
    console.log(data?.data ?? error.cause?.code);
    server.closeAllConnections(); server.close();`;
  const port = String(await findFreePort(13_000));
  const { stdout } = await run(code, { LOCAL_LEMONSQUEEZY_PORT: port });
  expect(stdout).toBe(`/v1/stores/1 localhost:${port}\n`);
  expect(await refusals()).toEqual([]);

  expect((await run(code, { LOCAL_LEMONSQUEEZY_PORT: "" })).stdout).toBe("ERR_OUTGOING_REFUSED\n");
  expect(await refusals()).toMatchObject([{ via: "fetch", url: "https://api.lemonsqueezy.com/v1/stores/1" }]);
});

test("hosts of real vendors are let through, and only those", async () => {
  // Nothing listens at either place, and the name does not exist: what counts is who said no.
  const { stdout } = await run(
    `for (const url of ["https://a.invalid/", "https://b.allowed.invalid/", "https://c.invalid/"])
       await fetch(url).catch((error) => console.log(error.cause.code === "ERR_OUTGOING_REFUSED"))`,
    { LOCAL_ALLOW_HOSTS: "a.invalid,*.allowed.invalid" },
  );
  expect(stdout).toBe("false\nfalse\ntrue\n");
  expect(await refusals()).toMatchObject([{ host: "c.invalid" }]);
});

test("a process ends when its launcher is gone", async () => {
  const { stdout: gone } = await promisify(execFile)(process.execPath, ["-p", "process.pid"]);
  const code = `setInterval(() => {}, 1000); console.log("waiting")`;
  await expect(run(code, { LOCAL_LAUNCHER_PID: gone.trim() })).rejects.toMatchObject({ signal: "SIGTERM" });
});

function run(code: string, env: Record<string, string> = {}) {
  return promisify(execFile)(process.execPath, ["--input-type=module", "-e", imports + code], {
    env: { ...process.env, LIKENESS_HOME: home, NODE_OPTIONS: `--import=${preload}`, ...env },
    timeout: 15_000,
  });
}

async function refusals(): Promise<{ via: string; host: string; url: string }[]> {
  const text = await readFile(join(home, "refused.log"), "utf8").catch(() => "");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { via: string; host: string; url: string });
}
