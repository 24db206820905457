import { neonConfig } from "@neondatabase/serverless";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { afterAll, expect, inject, test } from "vitest";
import ws from "ws";

import { rates } from "~/catalog/rates";
import { connect } from "~/kysely/connect";
import { httpDb } from "~/kysely/http";
import { newId } from "~/server/new-id";
import { refuseTooOften } from "~/server/rates/refuse-too-often";
import { addUser } from "~/server/testing/people";

import { answerMeta } from "./answer-meta";
import { appRouter } from "./root";

neonConfig.webSocketConstructor = ws;

const db = connect(inject("databaseUrl"), 2);
afterAll(() => db.destroy());

/** A press of one user over the wire, with what the tRPC door adds. */
const press = (userId: string, input: object) =>
  fetchRequestHandler({
    endpoint: "/api/trpc",
    req: new Request("http://localhost/api/trpc/models.startTraining", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ json: input }),
    }),
    router: appRouter,
    createContext: () => ({ userId, requestId: "test", addressHash: null, readDb: httpDb() }),
    responseMeta: answerMeta,
  });

test("a procedure that is asked too often answers 429, with when to go on; bad input costs nothing", async () => {
  const userId = await addUser(db);
  const good = { modelId: newId(), kind: "instant" };
  for (let at = 0; at < 3; at++) expect((await press(userId, { modelId: 1 })).status).toBe(400);
  for (let at = 0; at < rates.train.perUser.free; at++) expect((await press(userId, good)).status).toBe(404);

  const refused = await press(userId, good);
  expect(refused.status).toBe(429);
  const wait = Number(refused.headers.get("retry-after"));
  expect(wait).toBeGreaterThan(3_000);
  expect(wait).toBeLessThanOrEqual(3_600);
  const { error } = (await refused.json()) as { error: { json: { message: string; data: object } } };
  expect(error.json.message).toMatch(/^Many trainings were started .* You can go on in 60 minutes\.$/);
  expect(error.json.data).toMatchObject({ failure: "TOO_OFTEN", retryAfterSeconds: wait });
});

test("a door counts by address, and answers 429 with a sentence", async () => {
  const headers = new Headers({ "x-forwarded-for": `203.0.113.9, ${newId()}` });
  const call = { what: "receipt", userId: null, headers } as const;
  const limit = rates.receipt.perAddress;
  const answers = await Promise.all(Array.from({ length: limit + 5 }, () => refuseTooOften(httpDb(), call)));
  const refused = answers.filter((answer) => answer !== undefined);
  expect(refused).toHaveLength(5);
  expect(refused[0]?.status).toBe(429);
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(60);
  expect(await refused[0]?.json()).toEqual({
    message: expect.stringMatching(/checked .* You can go on in \d+ minutes\.$/) as string,
  });

  const own = new Headers({ "x-forwarded-for": "::ffff:127.0.0.1" });
  for (let at = 0; at <= limit; at++) {
    expect(await refuseTooOften(httpDb(), { what: "receipt", userId: null, headers: own })).toBeUndefined();
  }
});
