import { inspect } from "node:util";

import { neonConfig } from "@neondatabase/serverless";
import { TRPCError } from "@trpc/server";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import ws from "ws";
import type * as z from "zod";

import { connect } from "~/kysely/connect";
import { httpDb } from "~/kysely/http";
import { newId } from "~/server/new-id";
import { addModel, addUser } from "~/server/testing/people";

import { appRouter, createCaller } from "./root";
import { addOwner, OWNERS_WORD } from "./testing/add-owner";
import type { Owner } from "./testing/add-owner";
import { arbitraryOf, breakInput } from "./testing/arbitrary-of";
import { digestOwner } from "./testing/digest-owner";
import { procedureRows } from "./testing/procedure-rows";
import type { ProcedureRow } from "./testing/procedure-rows";

neonConfig.webSocketConstructor = ws;

/** Tries a procedure with inputs of its schema and with broken ones, each so often; more with FUZZ_RUNS. */
const RUNS = inject("fuzzRuns");

/** Committed for real: the procedures open connections of their own. */
const db = connect(inject("databaseUrl"), 2);
const people: string[] = [];

afterAll(async () => {
  await db.deleteFrom("appUser").where("id", "in", people).execute();
  await db.destroy();
});

async function makeOwner(): Promise<Owner> {
  const owner = await addOwner(db);
  people.push(owner.userId);
  return owner;
}

async function makeStranger(): Promise<string> {
  const id = await addUser(db);
  people.push(id);
  return id;
}

type Outcome = { code: TRPCError["code"]; answer?: never } | { code: "answers"; answer: unknown };

/** Calls a procedure by its name; a surprise is an INTERNAL_SERVER_ERROR, as it is over HTTP. */
async function call(name: string, userId: string | null, input: unknown): Promise<Outcome> {
  const caller = createCaller({ userId, requestId: "test", addressHash: null, readDb: httpDb() });
  const [area = "", verb = ""] = name.split(".");
  const areas = caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  try {
    return { code: "answers", answer: await areas[area]?.[verb]?.(input) };
  } catch (error) {
    if (error instanceof TRPCError) return { code: error.code };
    throw error;
  }
}

function schemaOf(name: string): z.ZodType | undefined {
  const procedures = appRouter._def.procedures as unknown as Record<
    string,
    { _def: { inputs: z.ZodType[] } } | undefined
  >;
  return procedures[name]?._def.inputs[0];
}

/** One who erases their account is no stranger to be tried with again. */
async function strangerFor(name: string): Promise<string> {
  return name === "privacy.eraseAccount" ? makeStranger() : stranger;
}

/** Without links' tokens: whoever has one may read by it, and it says nothing more of its owner. */
function idsOf(owner: Owner): string[] {
  const apart = ["userId", "erasureToken", "shareToken"];
  return Object.entries(owner).flatMap(([name, id]: [string, string]) => (apart.includes(name) ? [] : id));
}

/** Whatever of the owner's stands in an answer that is not theirs to read. */
function leaksOf(answer: unknown, owner: Owner): string[] {
  const text = answer === undefined ? "" : JSON.stringify(answer);
  return [...idsOf(owner), owner.userId, OWNERS_WORD].filter((secret) => text.includes(secret));
}

/** Of whom nothing ever changes, whatever strangers try; whoever is to change something makes an owner of their own. */
let watched: Owner;
let before: Record<string, string>;
let stranger: string;
/** Who tries what is theirs. */
let opener: Owner;
beforeAll(async () => {
  watched = await makeOwner();
  before = await digestOwner(db, watched);
  stranger = await makeStranger();
  opener = await makeOwner();
});

const rows = Object.entries(procedureRows);
const withPoor = rows.flatMap(([name, { poor }]) => (poor ? [[name, poor] as const] : []));

test("every procedure stands in the table, and none that is gone", () => {
  expect(Object.keys(procedureRows).toSorted()).toEqual(Object.keys(appRouter._def.procedures).toSorted());
});

describe.each(rows)("%s", (name, row: ProcedureRow) => {
  test("tells people apart", async () => {
    const input = row.input?.(watched);
    expect(await call(name, null, input)).toMatchObject({ code: row.signedOut });
    const somebody = await strangerFor(name);
    const heard = await call(name, somebody, input);
    expect(heard.code).toBe(row.stranger);
    expect(leaksOf(heard.answer, watched)).toEqual([]);
    expect(await digestOwner(db, watched)).toEqual(before);
  });

  // Otherwise an id may be refused for another reason than whose it is.
  test.runIf(row.stranger === "NOT_FOUND")("opens for its owner", async () => {
    const owner = row.spends ? await makeOwner() : opener;
    const heard = await call(name, owner.userId, row.input?.(owner));
    expect(heard).toMatchObject({ code: row.owner ?? "answers" });
  });

  test("bears whatever it is sent", async () => {
    const somebody = await strangerFor(name);
    const schema = schemaOf(name);
    const valid = schema ? arbitraryOf(schema, [...idsOf(watched), newId()]) : fc.constant(undefined);
    const surprises = vi.spyOn(console, "error").mockImplementation(() => undefined);

    await fc.assert(
      fc.asyncProperty(fc.oneof(valid, breakInput(valid)), async (input) => {
        const { code, answer } = await call(name, somebody, input);
        expect(code, inspect(surprises.mock.lastCall)).not.toBe("INTERNAL_SERVER_ERROR");
        expect(leaksOf(answer, watched)).toEqual([]);
      }),
      { numRuns: schema ? RUNS : 1, endOnFailure: true },
    );
    surprises.mockRestore();
    expect(await digestOwner(db, watched)).toEqual(before);
  });
});

test.each(withPoor)("%s is not for whoever has not paid for it", async (name, { input, hears }) => {
  const owner = await makeOwner();
  const { userId } = owner;
  await db.deleteFrom("subscription").where("userId", "=", userId).execute();
  await db.updateTable("creditAccount").set({ balance: 0 }).where("userId", "=", userId).execute();
  const before = await digestOwner(db, owner);
  expect(await call(name, userId, input(owner))).toMatchObject({ code: hears });
  expect(await digestOwner(db, owner)).toEqual(before);
});

test("a model over the plan's slots makes no pictures and is trained no more", async () => {
  const owner = await makeOwner();
  const { userId } = owner;
  const modelId = await addModel(db, { userId, status: "ready", photos: 10 });
  // The newest keeps the one slot of Free.
  await addModel(db, { userId, status: "ready", photos: 1 });
  await db.deleteFrom("subscription").where("userId", "=", userId).execute();
  const before = await digestOwner(db, owner);
  for (const name of ["generations.create", "generations.runPack"]) {
    const heard = await call(name, userId, procedureRows[name]?.input?.({ ...owner, modelId }));
    expect([name, heard.code]).toEqual([name, "FORBIDDEN"]);
  }
  const trained = await call("models.startTraining", userId, { modelId, kind: "instant" });
  expect(trained.code).toBe("FORBIDDEN");
  expect(await digestOwner(db, owner)).toEqual(before);
});

describe("a link", () => {
  test("shows whoever has it its picture, and nothing of whose it is", async () => {
    const owner = await makeOwner();
    const { shareToken: token, pictureId } = owner;
    for (const anyone of [null, stranger]) {
      expect((await call("shares.see", anyone, { token })).answer).toEqual({
        widthPx: 896,
        heightPx: 1120,
        prompt: null,
      });
    }
    await call("shares.revoke", owner.userId, { pictureId });
    expect((await call("shares.see", null, { token })).answer).toBeNull();
  });

  test("is hidden by whoever reports it, and nothing else of the owner's changes", async () => {
    const owner = await makeOwner();
    const before = await digestOwner(db, owner);
    const report = { token: owner.shareToken, reason: "shows-me", note: "" };
    expect(await call("shares.report", null, report)).toMatchObject({ code: "answers" });
    const after = await digestOwner(db, owner);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(changed).toEqual(["report", "share"]);
  });
});
