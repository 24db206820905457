import { createServer } from "node:net";
import { expect, test } from "vitest";
import { portsFrom } from "~/local/ports";
import { findFreePort, refuseTakenPorts } from "./free-ports";

test("names the ports that are taken, and room elsewhere", async () => {
  const first = await findFreePort(12_000);
  const ports = portsFrom(first);
  await expect(refuseTakenPorts(ports, ["app", "clerk"])).resolves.toBeUndefined();

  const server = createServer().listen(ports.clerk, "127.0.0.1");
  const sentence = new RegExp(
    `^Taken: port ${ports.clerk} \\(clerk\\)\\. Move the whole set with --port, for example --port \\d+\\.$`,
  );
  await expect(refuseTakenPorts(ports, ["app", "clerk"])).rejects.toThrow(sentence);
  expect(await findFreePort(first)).not.toBe(first);
  await new Promise((resolve) => server.close(resolve));
});

test("refuses numbers that no browser would open", async () => {
  const ports = portsFrom(4040);
  await expect(refuseTakenPorts(ports, ["uploadthing"])).rejects.toThrow(
    "Refused by browsers: port 4045 (uploadthing).",
  );
  await expect(fetch("http://localhost:4045/")).rejects.toMatchObject({ cause: { message: "bad port" } });
  expect(await findFreePort(4040)).not.toBe(4040);
});
