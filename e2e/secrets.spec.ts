import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { newId } from "~/server/new-id";

import { createPerson, signIn } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

const root = join(import.meta.dirname, "..");
const home = process.env["E2E_HOME"] ?? "";

/** The variables whose values nobody outside the servers may ever read. */
const secretNames = [
  ...["CLERK_SECRET_KEY", "CLERK_WEBHOOK_SIGNING_SECRET", "UPLOADTHING_TOKEN", "TOGETHER_API_KEY"],
  ...["LEMONSQUEEZY_API_KEY", "LEMONSQUEEZY_WEBHOOK_SECRET", "RECEIPT_SIGNING_KEY", "DATABASE_URL"],
];

/** This set's secrets by name: random, so that wherever one is found it has leaked. */
async function readPlanted(): Promise<Map<string, string>> {
  const kept = JSON.parse(await readFile(join(home, "secrets.json"), "utf8")) as Record<string, string>;
  const named = secretNames.map((name) => [name, process.env[name] ?? ""] as const);
  // An app's id is in the address of each of its files.
  const all = [...Object.entries(kept).filter(([name]) => name !== "uploadthingAppId"), ...named];
  for (const [name, value] of all) expect(value.length, name).toBeGreaterThan(15);
  return new Map(all);
}

/** Which secrets stand in the files below some folders: `file: name`. */
async function findIn(
  folders: string[],
  planted: Map<string, string>,
): Promise<{ files: number; found: string[] }> {
  const found: string[] = [];
  let files = 0;
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      files += 1;
      const text = await readFile(join(entry.parentPath, entry.name), "latin1");
      for (const [name, value] of planted) {
        if (text.includes(value) || text.includes(encodeURIComponent(value)))
          found.push(`${entry.name}: ${name}`);
      }
    }
  }
  return { files, found };
}

test("no secret is in what browsers load, in the log, or in what Inngest keeps, also when all goes wrong @alone", async ({
  page,
  db,
  vendors,
}) => {
  const planted = await readPlanted();
  const person = await createPerson(db, "creator");
  await signIn(page, person);

  // Vendors that answer as to a wrong key, and one that is broken, meet a press; strangers meet every door that parses.
  await vendors.fail("together", { on: "images", kind: "status", status: 401, times: 2 });
  const press = {
    ...{ requestId: newId(), modelId: null, fluxModel: "flux-2-dev", count: 1 },
    ...{ prompt: "a zanzibarine kite", style: "photorealistic", aspect: "1:1" },
  };
  const answers = [
    await page.request.post("/api/trpc/generations.create", { data: { json: press } }),
    await page.request.post("/api/trpc/billing.portal", { data: { json: { page: "portal" } } }),
    await page.request.post("/api/webhooks/clerk", { data: "{}" }),
    await page.request.post("/api/webhooks/lemonsqueezy", { data: "{}", headers: { "x-signature": "00" } }),
    await page.request.post("/api/uploadthing?actionType=upload&slug=photo", { data: "nonsense" }),
    await page.request.get("/api/health/ready"),
    await page.request.get("/api/inngest"),
  ];
  expect(answers[0]?.ok(), await answers[0]?.text()).toBe(true);
  await expect
    .poll(() => db.selectFrom("picture").select("status").where("userId", "=", person.id).execute(), {
      timeout: 60_000,
    })
    .toEqual([{ status: "failed" }]);
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  for (const [name, value] of planted) expect(texts.join("\n").includes(value), name).toBe(false);

  const builds = process.env["E2E_EDGE"] ? [".next/static", ".open-next/assets"] : [".next/static"];
  const loaded = await findIn(
    builds.map((folder) => join(root, folder)),
    planted,
  );
  expect(loaded.found).toEqual([]);
  expect(loaded.files).toBeGreaterThan(20);
  if (process.env["E2E_EDGE"]) {
    const worker = await readFile(join(root, ".open-next/dist/worker.js"), "latin1");
    for (const [name, value] of planted) expect(worker.includes(value), name).toBe(false);
  }

  const log = await readFile(join(home, "set.log"), "utf8");
  const state = await findIn([join(home, "inngest")], planted);
  for (const [name, value] of planted) expect(log.includes(value), `${name} in the log`).toBe(false);
  expect(state.found).toEqual([]);
  expect(log).not.toContain("zanzibarine");
  // And both have seen the press: the request it goes back to is named in its event and in the failed step's line.
  const requestId = answers[0]?.headers()["x-request-id"] ?? "none";
  const journal = await readFile(join(home, "inngest/journal.jsonl"), "utf8");
  expect(journal).toContain(requestId);
  expect(log).toContain(`"requestId":"${requestId}"`);
});
