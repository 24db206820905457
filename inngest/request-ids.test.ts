import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { MockInstance } from "vitest";

import { newId } from "~/server/new-id";
import { logProblem, withRequestId } from "~/server/request-id";

import { announce } from "./announce";
import { inngest } from "./client";
import { photoAttached } from "./events";
import { RequestIds } from "./request-ids";

let log: MockInstance<typeof console.error>;
beforeEach(() => {
  log = vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  log.mockRestore();
});

const requestId = newId();
const middleware = new RequestIds({ client: inngest });
/** What the SDK hands to its middleware, as far as ours reads it. */
const given = (event: object, more: object) => ({ ctx: { event }, ...more }) as never;

describe("the request behind a step", () => {
  test("is named by what the step logs, also in a function's own failure", async () => {
    const work = () => {
      logProblem("Something is wrong.");
      return Promise.resolve();
    };
    const event = { name: "photo/attached", data: { photoId: "p", userId: "u", requestId } };
    await middleware.wrapStepHandler(given(event, { next: work }));
    await middleware.wrapFunctionHandler(given({ data: { event } }, { next: work }));
    await middleware.wrapStepHandler(given({ name: "cron", data: {} }, { next: work }));
    expect(log.mock.calls).toEqual([
      [`Something is wrong. (request ${requestId})`],
      [`Something is wrong. (request ${requestId})`],
      ["Something is wrong."],
    ]);
  });

  test("is named when a step fails, and nothing of what it was given", () => {
    const event = { name: "photo/attached", data: { photoId: "p", userId: "u", requestId } };
    const error = new Error("Together did not answer.");
    const failed = { error, fn: { id: () => "prepare-photo" }, stepInfo: { options: { id: "decode" } } };
    middleware.onStepError(given(event, { ...failed, isFinalAttempt: true }));
    expect(log.mock.calls).toEqual([[`prepare-photo decode failed for good (request ${requestId})`, error]]);
  });

  test("travels with the event that it sends", async () => {
    const sent: unknown[] = [];
    const send = vi.spyOn(inngest, "send").mockImplementation((event) => {
      sent.push(event);
      return Promise.resolve({ ids: [] });
    });
    const event = photoAttached.create({ photoId: "p", userId: "u" }, { id: "once" });
    await withRequestId(requestId, () => announce(event));
    await announce(event);
    send.mockRestore();
    expect(sent).toMatchObject([
      { name: "photo/attached", id: "once", data: { photoId: "p", userId: "u", requestId } },
      { name: "photo/attached", id: "once", data: { photoId: "p", userId: "u" } },
    ]);
    expect(sent[1]).not.toHaveProperty("data.requestId");
  });
});
