import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";

import { fetchWithin } from "./fetch-within";

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** A host that answers with a file, or leads to wherever `?to=` says. */
async function open(): Promise<{ origin: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const to = new URL(request.url ?? "", "http://localhost").searchParams.get("to");
    response.writeHead(to === null ? 200 : 302, to === null ? {} : { location: to }).end("a file");
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

test("reads a file of the vendor's, also by way of a redirect within it", async () => {
  const { origin } = await open();
  const within = (url: URL) => url.origin === origin;
  expect(await (await fetchWithin(`${origin}/a`, within, {})).text()).toBe("a file");
  expect(await (await fetchWithin(`${origin}/a?to=/b`, within, {})).text()).toBe("a file");
});

test("asks nobody else: not by address, not by redirect, not in circles", async () => {
  const [vendor, inside] = [await open(), await open()];
  const within = (url: URL) => url.origin === vendor.origin;
  await expect(fetchWithin(`${inside.origin}/secret`, within, {})).rejects.toMatchObject({
    code: "VENDOR_UNAVAILABLE",
  });
  const away = `${vendor.origin}/a?to=${encodeURIComponent(`${inside.origin}/secret`)}`;
  await expect(fetchWithin(away, within, {})).rejects.toMatchObject({ code: "VENDOR_UNAVAILABLE" });
  await expect(fetchWithin(`${vendor.origin}/a?to=file:///etc/passwd`, within, {})).rejects.toMatchObject({
    code: "VENDOR_UNAVAILABLE",
  });
  expect(inside.asked).toEqual([]);

  const circle = `${vendor.origin}/a?to=${encodeURIComponent("?to=%3Fto%3D%253Fto%253D%25253Fto%25253Dx")}`;
  await expect(fetchWithin(circle, within, {})).rejects.toMatchObject({ code: "VENDOR_BUSY" });
  expect(vendor.asked.length).toBeLessThan(9);
});
