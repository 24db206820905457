import { StepError } from "inngest";
import { expect, test } from "vitest";

import { Failure } from "~/server/errors";

import { reasonOf } from "./reason-of";
import { settle } from "./settle";

const otherwise = "Something went wrong on our side.";

async function travel(thrown: Error): Promise<Error> {
  const error: unknown = await settle(Promise.reject(thrown)).catch((caught: unknown) => caught);
  if (!(error instanceof Error)) throw new Error("settle let it pass");
  const { name, message } = error;
  return new StepError("step", { name, message });
}

test.each([
  ["one that trying again cannot mend", new Failure("REFUSED", "The picture was refused.")],
  ["one that was tried often enough", new Failure("VENDOR_BUSY", "Together did not answer in time.")],
])("a Failure is told in its own sentence: %s", async (_, failure) => {
  expect(reasonOf(await travel(failure), otherwise)).toBe(failure.message);
});

test("a surprise is told in general, whatever it looks like", async () => {
  expect(reasonOf(await travel(new Error("connect ECONNREFUSED 10.0.0.1.")), otherwise)).toBe(otherwise);
});
