import { UTApi } from "uploadthing/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { env } from "~/env";

import { signFileUrl } from "./uploadthing-read";

beforeEach(() => vi.useFakeTimers({ now: new Date("2026-11-22T12:00:00Z"), toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

test.each([
  ["UploadThing's own host", undefined, undefined],
  ["a host with the app's id in the path", "files.example", "path"],
  ["a host that is played", "localhost:3901", "path"],
] as const)("an address on %s is the one that the SDK's API makes", async (_, host, location) => {
  const token = btoa(JSON.stringify({ apiKey: "sk_live_test", appId: "app1", regions: ["sea1"] }));
  vi.spyOn(env, "UPLOADTHING_TOKEN", "get").mockReturnValue(token);
  vi.spyOn(env, "UPLOADTHING_UFS_HOST", "get").mockReturnValue(host);
  vi.spyOn(env, "UPLOADTHING_UFS_APP_ID_LOCATION", "get").mockReturnValue(location);
  const sdk = new UTApi({ token, ufsHost: host ?? "ufs.sh", ufsAppIdLocation: location ?? "subdomain" });

  const { ufsUrl } = await sdk.generateSignedURL("key1", { expiresIn: 60 });
  expect(await signFileUrl("key1", 60)).toBe(ufsUrl);
});
