import { afterEach, describe, expect, inject } from "vitest";

import { test } from "~/kysely/testing/test";
import type { Db } from "~/kysely/database";
import { addUser } from "~/server/testing/people";

import { answerPromptHelp } from "./answer-prompt-help";

const control = `${inject("vendorOrigins").together}/__control`;
const tell = (body: unknown) => fetch(control, { method: "POST", body: JSON.stringify(body) });
afterEach(() => tell({ reset: true, on: "chat" }));

const wish = { prompt: "a kite on a beach", style: "anime", subject: "woman" };
async function ask(db: Db, userId: string | null, body: unknown = wish) {
  const response = await answerPromptHelp(db, { userId, body, headers: new Headers() });
  const answer = (await response.json()) as { suggestion?: string; message?: string };
  return { status: response.status, ...answer };
}

describe("help with a prompt", () => {
  test("suggests another prompt, and nothing to who is signed out", async ({ db }) => {
    const userId = await addUser(db);
    const { status, suggestion } = await ask(db, userId);
    expect(status).toBe(200);
    expect(suggestion).toMatch(/^a kite on a beach, \w+/);
    expect(await ask(db, null)).toMatchObject({ status: 401 });
    expect(await ask(db, userId, { ...wish, prompt: " " })).toMatchObject({ status: 400 });
    expect(await ask(db, userId, null)).toMatchObject({ status: 400 });
  });

  test("gives way after a second, and asks once", async ({ db }) => {
    const userId = await addUser(db);
    const countChats = async () => {
      const { counts } = (await (await fetch(control)).json()) as { counts: Record<string, number> };
      return counts["POST /v1/chat/completions"] ?? 0;
    };
    const before = await countChats();
    await tell({ faults: [{ on: "chat", kind: "hang" }] });
    const startedAt = performance.now();
    const answer = await ask(db, userId);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    expect(answer).toMatchObject({
      status: 503,
      message: expect.stringContaining("works as it is") as string,
    });
    // The vendor counts what hung once it has seen that nobody waits for it any more.
    await expect.poll(countChats, { timeout: 10_000 }).toBe(before + 1);
  });

  test("takes no answer for a prompt that is none, and passes a refusal on", async ({ db }) => {
    const userId = await addUser(db);
    await tell({ faults: [{ on: "chat", kind: "garbage" }] });
    expect(await ask(db, userId)).toMatchObject({ status: 503 });
    expect(await ask(db, userId, { ...wish, prompt: "nude on a beach" })).toMatchObject({ status: 422 });
  });

  test("has a bound for each user, also when all ask at once", async ({ db }) => {
    const userId = await addUser(db);
    const answers = await Promise.all(Array.from({ length: 22 }, () => ask(db, userId)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
    expect(await ask(db, await addUser(db))).toMatchObject({ status: 200 });
  });
});
