import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { MockInstance } from "vitest";
import * as z from "zod";

import { namePath } from "./name-path";
import { writeLine } from "./write-line";

class BadRequestError extends Error {
  readonly status = 400;
}
class DatabaseError extends Error {
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

let log: MockInstance<typeof console.error>;
beforeEach(() => {
  log = vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** What a production log has of an error: each line is one call with one text. */
function writtenOf(error: unknown): { text: string; line: Record<string, unknown> } {
  vi.stubEnv("NODE_ENV", "production");
  log.mockClear();
  writeLine({ level: "error", message: "It failed", requestId: "0192", error });
  expect(log.mock.calls).toHaveLength(1);
  expect(log.mock.calls[0]).toHaveLength(1);
  const text = String(log.mock.calls[0]?.[0]);
  return { text, line: JSON.parse(text) as Record<string, unknown> };
}

describe("in production", () => {
  test("a line is one object with its time, level, request and error", () => {
    const cause = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    const { line } = writtenOf(new TypeError("fetch failed", { cause }));
    expect(line).toMatchObject({
      level: "error",
      message: "It failed",
      requestId: "0192",
      error: {
        name: "TypeError",
        message: "fetch failed",
        cause: { name: "Error", message: "connect ECONNREFUSED", code: "ECONNREFUSED" },
      },
    });
    expect(Math.abs(Date.parse(String(line["time"])) - Date.now())).toBeLessThan(5_000);
    expect(line["time"]).toMatch(/Z$/);
    expect(JSON.stringify(line["error"])).toContain("write-line.test.ts");
  });

  test("nobody writes a second line, or a frame of a stack", () => {
    const forged =
      'a kite\n{"level":"error","message":"forged"}\r\n    at forged (evil.js:1:1)\u2028\u0085\u001b[2J';
    const { text, line } = writtenOf(new Error(forged));
    expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
    expect(line).toMatchObject({ error: { message: forged } });
    expect((line as { error: { stack: string[] } }).error.stack.join()).not.toContain("forged");
  });

  test("a warning goes where warnings go", () => {
    vi.stubEnv("NODE_ENV", "production");
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    writeLine({ level: "warn", message: "refused: host", facts: { rule: "host" } });
    expect(JSON.parse(String(warn.mock.calls[0]?.[0]))).toMatchObject({ level: "warn", rule: "host" });
  });

  test.each([
    ["a vendor's refusal", new BadRequestError("400 no zanzibarine kites")],
    ["what could not be parsed", catchOf(() => JSON.parse("zanzibarine"))],
    ["a value that Postgres did not like", new DatabaseError('not a uuid: "zanzibarine"', "22P02")],
    ["what is no error", "zanzibarine"],
    [
      "what a cause says",
      new Error("Together did not answer.", { cause: new BadRequestError("zanzibarine") }),
    ],
  ])("leaves out the words of %s", (_, error) => {
    expect(writtenOf(error).text).not.toContain("zanzibarine");
  });

  test("keeps what helps: kind, status, Postgres's constraint, and where an answer was not as it should be", () => {
    expect(writtenOf(new BadRequestError("no")).line).toMatchObject({
      error: { name: "BadRequestError", status: 400 },
    });
    expect(writtenOf(new DatabaseError('violates "photo_pkey"', "23505")).line).toMatchObject({
      error: { message: 'violates "photo_pkey"', code: "23505" },
    });
    const schema = z.object({ data: z.array(z.object({ url: z.string() })) });
    const error = schema.safeParse({ data: [{ url: 5 }] }).error;
    expect(writtenOf(error).line).toMatchObject({ error: { message: "data.0.url: invalid_type" } });
  });
});

test("on one's own machine a line is text, with all that the error says", () => {
  const error = new BadRequestError("a kite");
  writeLine({ level: "error", message: "It failed", requestId: "0192", error });
  expect(log.mock.calls).toEqual([["It failed (request 0192)", error]]);
});

test("a path is named without the keys in it", () => {
  expect(namePath("/api/shared/abcDEF123-_abcDEF123xyz0")).toBe("/api/shared/…");
  expect(namePath("/api/zip/0192f3a4-0000-7000-8000-000000000000")).toBe(
    "/api/zip/0192f3a4-0000-7000-8000-000000000000",
  );
  expect(namePath(`/${"a/".repeat(500)}`).length).toBe(120);
});

function catchOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
