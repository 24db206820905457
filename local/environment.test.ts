import { describe, expect, test } from "vitest";
import { describeSet } from "./environment";
import type { SetChoice } from "./environment";
import { withoutVendorKeys } from "./launcher/find-real-vendors";
import { readToken } from "./uploadthing/token";

const secrets = {
  postgresPassword: "postgres-password-0",
  clerkSecretKey: "sk_live_clerk",
  clerkWebhookSecret: "whsec_c2VjcmV0",
  uploadthingApiKey: "sk_live_upload",
  uploadthingAppId: "app1",
  togetherApiKey: "together-key-000000",
  lemonsqueezyApiKey: "lemonsqueezy-key-00",
  lemonsqueezyWebhookSecret: "lemonsqueezy-secret",
  receiptSigningKey: "a".repeat(64),
};
const choose = (own: SetChoice["own"], rest: Partial<SetChoice> = {}) =>
  describeSet({ mode: "dev", port: 4000, home: "/home/of/set", secrets, own, ...rest });

describe("with no keys", () => {
  test("plays every vendor, on ports that follow the app's", () => {
    const { env, real } = choose({});
    expect([...real]).toEqual([]);
    expect(env).toMatchObject({
      LIKENESS_HOME: "/home/of/set",
      NODE_ENV: "development",
      DATABASE_URL: "postgres://likeness:postgres-password-0@localhost:4003/likeness",
      NEON_LOCAL_PROXY: "localhost:4002",
      CLERK_API_URL: "http://localhost:4004",
      LOCAL_CLERK_WEBHOOK_URL: "http://localhost:4000/api/webhooks/clerk",
      UPLOADTHING_UFS_HOST: "localhost:4005",
      UPLOADTHING_CALLBACK_URL: "http://localhost:4000/api/uploadthing",
      TOGETHER_BASE_URL: "http://localhost:4006/v1",
      INNGEST_DEV: "http://localhost:4007",
      LOCAL_INNGEST_APP_URL: "http://localhost:4000/api/inngest",
      LOCAL_LEMONSQUEEZY_PORT: "4009",
      LOCAL_LEMONSQUEEZY_WEBHOOK_URL: "http://localhost:4000/api/webhooks/lemonsqueezy",
      LEMONSQUEEZY_STORE_ID: "71001",
      LEMONSQUEEZY_VARIANT_PRO: "73002",
    });
    expect(readToken(env["UPLOADTHING_TOKEN"] ?? "")).toMatchObject({
      apiKey: "sk_live_upload",
      appId: "app1",
    });
    expect(env["NODE_OPTIONS"]).toMatch(/^--import=file:\/\/.*\/local\/preload\/register\.mjs$/);
    expect(env).not.toHaveProperty("ALLOW_LOOPBACK");
    expect(env["LOCAL_ALLOW_HOSTS"]).toBe("");
  });

  test("lets a preview talk to this machine", () => {
    expect(choose({}, { mode: "preview" }).env).toMatchObject({
      NODE_ENV: "production",
      ALLOW_LOOPBACK: "1",
    });
  });

  test("keeps the user's own NODE_OPTIONS", () => {
    expect(choose({ NODE_OPTIONS: "--max-old-space-size=512" }).env["NODE_OPTIONS"]).toMatch(
      /^--max-old-space-size=512 --import=/,
    );
  });
});

describe("with keys", () => {
  const cases = [
    ["neon", { DATABASE_URL: "postgres://me:pw@ep-x-1.eu.aws.neon.tech/db" }, "LOCAL_POSTGRES_PORT"],
    [
      "clerk",
      { CLERK_SECRET_KEY: "sk_test_x", NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: "pk_test_Zm9vLmNsZXJrLmRldiQ" },
      "LOCAL_CLERK_PORT",
    ],
    ["uploadthing", { UPLOADTHING_TOKEN: "e30=" }, "LOCAL_UPLOADTHING_PORT"],
    ["together", { TOGETHER_API_KEY: "key" }, "LOCAL_TOGETHER_PORT"],
    ["inngest", { INNGEST_DEV: "http://localhost:8288" }, "LOCAL_INNGEST_PORT"],
    ["inngest", { INNGEST_EVENT_KEY: "key" }, "LOCAL_INNGEST_PORT"],
    [
      "lemonsqueezy",
      {
        LEMONSQUEEZY_API_KEY: "key",
        LEMONSQUEEZY_STORE_ID: "1",
        LEMONSQUEEZY_WEBHOOK_SECRET: "secret",
        LEMONSQUEEZY_VARIANT_CREATOR: "2",
        LEMONSQUEEZY_VARIANT_PRO: "3",
        LEMONSQUEEZY_VARIANT_ENTERPRISE: "4",
      },
      "LOCAL_LEMONSQUEEZY_PORT",
    ],
  ] as const;

  test.each(cases)("does not play %s when %o is set, and leaves it alone", (name, own, setting) => {
    const { env, real } = choose(own);
    expect([...real]).toEqual([name]);
    expect(env).not.toHaveProperty(setting);
    for (const variable of Object.keys(own)) expect(env).not.toHaveProperty(variable);
  });

  test("lets through the hosts of the real vendors, and those asked for", () => {
    const { env } = choose({
      DATABASE_URL: "postgres://me:pw@ep-x-1.eu.aws.neon.tech/db",
      CLERK_SECRET_KEY: "sk_test_x",
      NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: "pk_test_Zm9vLmNsZXJrLmRldiQ",
      LOCAL_ALLOW_HOSTS: "example.com",
    });
    expect(env["LOCAL_ALLOW_HOSTS"]?.split(",")).toEqual(
      expect.arrayContaining([
        "example.com",
        "ep-x-1.eu.aws.neon.tech",
        "api.eu.aws.neon.tech",
        "api.clerk.com",
        "foo.clerk.dev",
      ]),
    );
  });

  test("lets nothing through for a real vendor on this machine", () => {
    expect(choose({ INNGEST_DEV: "http://localhost:8288" }).env["LOCAL_ALLOW_HOSTS"]).toBe("");
  });

  test("puts the Neon front before a Postgres of the user's on this machine", () => {
    const { env, database } = choose({ DATABASE_URL: "postgres://me:pw@localhost:5432/db" });
    expect(database).toBe("own");
    expect(env).toMatchObject({ NEON_LOCAL_PROXY: "localhost:4002", LOCAL_NEON_PORT: "4002" });
    expect(env).not.toHaveProperty("LOCAL_POSTGRES_PORT");
  });

  test("refuses half of a vendor, and a database it cannot speak to", () => {
    expect(() => choose({ CLERK_SECRET_KEY: "sk_test_x" })).toThrow(
      "set NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY too",
    );
    expect(() => choose({ DATABASE_URL: "postgres://db.example.com/x" })).toThrow(
      "DATABASE_URL leads to db.example.com",
    );
  });

  test("empties a played vendor's leftover settings, which an .env file would otherwise bring in", () => {
    const { env } = choose({
      INNGEST_SIGNING_KEY: "signkey",
      CLERK_JWT_KEY: "PUBLIC KEY",
      CLERK_SECRET_KEY: "",
    });
    expect(env).toMatchObject({
      INNGEST_SIGNING_KEY: "",
      CLERK_JWT_KEY: "",
      CLERK_SECRET_KEY: "sk_live_clerk",
    });
  });

  test("plays them all the same when told to", () => {
    const own = { TOGETHER_API_KEY: "key", INNGEST_EVENT_KEY: "key", LOCAL_ALLOW_HOSTS: "example.com" };
    const { env, real } = choose(withoutVendorKeys(own));
    expect([...real]).toEqual([]);
    expect(env).toMatchObject({ TOGETHER_API_KEY: "together-key-000000", INNGEST_EVENT_KEY: "" });
    expect(env["LOCAL_ALLOW_HOSTS"]).toBe("");
  });
});
