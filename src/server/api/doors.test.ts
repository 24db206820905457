import fs from "node:fs/promises";

import { neonConfig } from "@neondatabase/serverless";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import ws from "ws";

import { connect } from "~/kysely/connect";
import { configureNeon } from "~/kysely/neon";
import { ensureUser } from "~/server/users/ensure-user";

import { addOwner, OWNERS_WORD } from "./testing/add-owner";
import type { Owner } from "./testing/add-owner";
import { digestOwner } from "./testing/digest-owner";
import { doorRows } from "./testing/door-rows";
import type { Knock, Method } from "./testing/door-rows";
import { signInSomebody, visitDoor } from "./testing/visit-door";
import type { Door, Visitor } from "./testing/visit-door";

neonConfig.webSocketConstructor = ws;
configureNeon(inject("neonProxy"));

const api = new URL("../../app/api/", import.meta.url);
const methods: Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];
/** What a browser shows or keeps, and runs nothing of. */
const harmless = /^(text\/(plain|csv|event-stream)|application\/(json|zip)|image\/(jpeg|webp))(;|$)/i;

const db = connect(inject("databaseUrl"), 2);
let asOwner: Visitor;
let asStranger: Visitor;

beforeAll(async () => {
  asOwner = await signInSomebody();
  asStranger = await signInSomebody();
  for (const { userId: id } of [asOwner, asStranger]) await ensureUser(db, { id });
});

afterAll(async () => {
  await db.deleteFrom("appUser").where("id", "in", [asOwner.userId, asStranger.userId]).execute();
  await db.destroy();
});

/** Everything of the owner's anew: the last try may have used it up. */
async function makeOwner(): Promise<Owner> {
  const { userId } = asOwner;
  await db.deleteFrom("appUser").where("id", "=", userId).execute();
  await ensureUser(db, { id: userId });
  return addOwner(db, { userId });
}

async function openDoor(folder: string): Promise<Partial<Record<Method, Door>>> {
  return (await import(new URL(`${folder}/route.ts`, api).pathname)) as Partial<Record<Method, Door>>; // a route exports its methods
}

interface Said {
  status: number;
  text: string;
}

async function knock(
  folder: string,
  method: Method,
  visit: { how: Knock; owner: Owner; visitor: Visitor | null },
): Promise<Said> {
  const { how, owner, visitor } = visit;
  const params = how.params?.(owner) ?? {};
  const path = `/api/${folder.replaceAll(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(params[name] ?? ""))}`;
  const door = (await openDoor(folder))[method];
  if (!door) throw new Error(`${folder} has no ${method}.`);
  const answer = await visitDoor(door, {
    ...{ method, path: path + (how.query ?? ""), params, visitor },
    ...(how.headers && { headers: how.headers }),
    ...(how.body && { body: how.body(owner) }),
  });
  if (answer.body !== null) expect(answer.headers.get("content-type")).toMatch(harmless);
  return { status: answer.status, text: await firstOf(answer) };
}

/** What a stream begins with is enough. */
async function firstOf({ body }: Response): Promise<string> {
  if (!body) return "";
  const reader = body.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value);
}

const knocks = Object.entries(doorRows).flatMap(([folder, row]) =>
  Object.entries(row).flatMap(([method, ways]) =>
    ways.map((how, at) => ({ folder, method: method as Method, how, at })),
  ),
);
const doors = Object.entries(doorRows).flatMap(([folder, row]) =>
  Object.keys(row).map((method) => ({ folder, method: method as Method })),
);

// The first to load all of them.
test(
  "every door stands in the table with each of its methods, and none that is gone",
  { timeout: 60_000 },
  async () => {
    const files = (await fs.readdir(api, { recursive: true })).filter((file) => file.endsWith("route.ts"));
    const found: Record<string, string[]> = {};
    for (const file of files) {
      const folder = file.replace(/\/route\.ts$/, "");
      const exported = Object.keys(await openDoor(folder));
      found[folder] = methods.filter((method) => exported.includes(method));
    }
    const listed = Object.entries(doorRows).map(([folder, row]) => [folder, Object.keys(row)] as const);
    expect(Object.fromEntries(listed)).toEqual(found);
  },
);

describe.each(knocks)("$method /api/$folder, way $at", ({ folder, method, how }) => {
  test("tells people apart", async () => {
    const owner = await makeOwner();
    const before = await digestOwner(db, owner);
    for (const [visitor, status] of [
      [null, how.signedOut],
      [asStranger, how.stranger],
    ] as const) {
      const said = await knock(folder, method, { how, owner, visitor });
      expect(said).toMatchObject({ status });
      for (const secret of [owner.modelId, owner.userId, OWNERS_WORD])
        expect(said.text).not.toContain(secret);
    }
    expect(await digestOwner(db, owner)).toEqual(before);
    expect(await knock(folder, method, { how, owner, visitor: asOwner })).toMatchObject({
      status: how.owner,
    });
  });
});

describe.each(doors.filter(({ folder }) => folder !== "inngest"))(
  "$method /api/$folder",
  ({ folder, method }) => {
    test("bears whatever it is sent", async () => {
      const owner = await makeOwner();
      const before = await digestOwner(db, owner);
      const words = fc.oneof(
        fc.string({ unit: "binary", maxLength: 60 }).filter((text) => !/\p{Surrogate}/u.test(text)),
        fc.constantFrom(
          "",
          "..",
          "%00",
          "\u0000",
          owner.modelId,
          `${owner.pictureId}\u0000`,
          "A".repeat(5000),
          "models.list,models.byId",
        ),
      );
      const strange = fc.record({
        params: fc.record({
          id: words,
          kind: fc.oneof(fc.constantFrom("picture", "photo"), words),
          token: words,
          trpc: words,
        }),
        query: fc.oneof(
          fc.constant(""),
          words.map((text) => `?as=${encodeURIComponent(text)}&input=${encodeURIComponent(text)}&batch=1`),
        ),
        body: fc.oneof(fc.json(), words, fc.constantFrom("{", "null", '{"json":{}}', "x".repeat(300_000))),
        type: fc.constantFrom(
          "application/json",
          "text/plain",
          "multipart/form-data",
          "application/x-www-form-urlencoded",
          "",
        ),
        who: fc.constantFrom(null, asStranger),
      });
      const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
      const runs = fc.asyncProperty(strange, async ({ params, query, body, type, who }) => {
        const how = {
          params: () => params,
          query,
          headers: { "content-type": type },
          body: () => body,
          signedOut: 0,
          stranger: 0,
          owner: 0,
        };
        const withBody = method === "GET" ? { ...how, body: undefined } : how;
        const { status } = await knock(folder, method, { how: withBody as Knock, owner, visitor: who });
        expect(status, JSON.stringify(log.mock.lastCall)).toBeLessThan(500);
      });
      await fc.assert(runs, { numRuns: inject("fuzzRuns"), endOnFailure: true });
      log.mockRestore();
      expect(await digestOwner(db, owner)).toEqual(before);
    });
  },
);
