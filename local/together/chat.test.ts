import { APIConnectionTimeoutError, BadRequestError, NotFoundError, RateLimitError } from "together-ai";
import { afterAll, beforeAll, expect, test } from "vitest";

import { chatModels } from "./chat-models";
import { startForTest } from "./testing";

const { id: model } = chatModels[0];

let vendor: Awaited<ReturnType<typeof startForTest>>;
beforeAll(async () => {
  vendor = await startForTest();
});
afterAll(async () => vendor.stop());

const ask = (content: string, change: { model?: string; max_tokens?: number } = {}, timeout = 15_000) =>
  vendor.client.chat.completions.create(
    { model, messages: [{ role: "user", content }], ...change },
    { timeout },
  );

test("answers with the prompt and more, and the same again", async () => {
  const answer = await ask("Style: Anime\nPrompt: a kite on a beach");
  expect(answer.object).toBe("chat.completion");
  expect(answer.choices[0]?.message?.content).toMatch(/^a kite on a beach, \w+/);
  expect(answer.choices[0]?.finish_reason).toBe("stop");
  expect((await ask("Style: Anime\nPrompt: a kite on a beach")).choices).toEqual(answer.choices);
  expect((await ask("Prompt: a kite", { max_tokens: 2 })).choices[0]).toMatchObject({
    finish_reason: "length",
  });
});

test("refuses what it cannot serve, in the vendor's words", async () => {
  await expect(ask("hello", { model: "nobody/nothing" })).rejects.toBeInstanceOf(NotFoundError);
  await expect(ask("")).rejects.toBeInstanceOf(BadRequestError);
  await expect(ask("Prompt: nude in the snow")).rejects.toMatchObject({ status: 400 });
});

test("fails on purpose", async () => {
  await vendor.spoil({ on: "chat", kind: "status", status: 429 }, { on: "chat", kind: "hang" });
  await expect(ask("Prompt: a kite")).rejects.toBeInstanceOf(RateLimitError);
  await expect(ask("Prompt: a kite", {}, 200)).rejects.toBeInstanceOf(APIConnectionTimeoutError);
});
