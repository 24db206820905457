import { existsSync, readFileSync } from "node:fs";

import addFormats from "ajv-formats";
import Ajv from "ajv/dist/2020";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";

import { makeDataset, makePhoto, startFileHost, startForTest } from "./testing";

// togethercomputer/openapi of 2026-04-28; it lies beside the checkout, not in it.
const SPEC = new URL("../../../shared/specs/together-2026-04-28.yaml", import.meta.url);

/** The part of the OpenAPI file that `$ref`s point into. */
interface OpenApi {
  components: { schemas: Record<string, unknown> };
}

/** Left over from OpenAPI 3.0 in places, without the type it was about: ajv refuses to compile that. */
function dropLoneNullable(_key: unknown, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("nullable" in value) || "type" in value) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== "nullable"));
}

const isHere = existsSync(SPEC);
if (!isHere)
  console.warn("together: the vendor's OpenAPI file is not beside this checkout; its validation is skipped.");

describe.skipIf(!isHere)("answers are those of the vendor's OpenAPI file", () => {
  const ajv = new Ajv({ strict: false, discriminator: false, allErrors: true });
  addFormats(ajv);

  let vendor: Awaited<ReturnType<typeof startForTest>>;
  let host: Awaited<ReturnType<typeof startFileHost>>;
  beforeAll(async () => {
    ajv.addSchema({ $id: "together", ...(parse(readFileSync(SPEC, "utf8"), dropLoneNullable) as OpenApi) });
    [vendor, host] = await Promise.all([startForTest(), startFileHost()]);
  });
  afterAll(async () => {
    await Promise.all([vendor.stop(), host.close()]);
  });

  async function call(path: string, body?: unknown, key = vendor.apiKey) {
    const response = await fetch(`${vendor.origin}/v1${path}`, {
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  }

  function problems(schema: string, answer: unknown): unknown {
    const validate = ajv.compile({ $ref: `together#/components/schemas/${schema}` });
    return validate(answer) ? null : validate.errors;
  }

  const image = {
    model: "black-forest-labs/FLUX.2-pro",
    prompt: "snow on a mountain",
    width: 256,
    height: 256,
  };

  test.each(["base64", "url"])("images as %s", async (response_format) => {
    const { status, json } = await call("/images/generations", { ...image, n: 2, response_format });
    expect(status).toBe(200);
    expect(problems("ImageResponse", json)).toBeNull();
  });

  test("models, and errors outside the queue", async () => {
    expect(problems("ModelInfoList", (await call("/models")).json)).toBeNull();
    const refused = [
      await call("/images/generations", { ...image, width: 255 }),
      await call("/images/generations", { ...image, model: "none" }),
      await call("/models", undefined, "wrong"),
      await call("/nothing"),
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 404, 401, 404]);
    for (const { json } of refused) expect(problems("ErrorData", json)).toBeNull();
  });

  test("chat, and its errors", async () => {
    const chat = {
      model: "meta-llama/Llama-3.3-70B-Instruct-Turbo",
      messages: [
        { role: "system", content: "Be brief." },
        { role: "user", content: "Prompt: snow" },
      ],
    };
    const { status, json } = await call("/chat/completions", chat);
    expect(status).toBe(200);
    expect(problems("ChatCompletionResponse", json)).toBeNull();
    expect(problems("ChatCompletionRequest", chat)).toBeNull();
    const refused = [
      await call("/chat/completions", { ...chat, messages: [] }),
      await call("/chat/completions", { ...chat, model: "none" }),
      await call("/chat/completions", chat, "wrong"),
    ];
    expect(refused.map((answer) => answer.status)).toEqual([400, 404, 401]);
    for (const answer of refused) expect(problems("ErrorData", answer.json)).toBeNull();
  });

  test("the queue, from submit to done", async () => {
    const photos = await Promise.all(Array.from({ length: 10 }, (_, index) => makePhoto(index)));
    const dataset_url = host.put("/dataset.zip", makeDataset(photos, "ohwx"));
    const payload = { dataset_url, trigger_word: "ohwx", class_word: "cat", steps: 1000 };
    const submitted = await call("/queue/submit", { model: "likeness-trainer", payload });
    expect(problems("QueueJobResponse", submitted.json)).toBeNull();

    const id = String(submitted.json["requestId"]);
    const seen = new Set<unknown>();
    await expect
      .poll(
        async () => {
          const { json } = await call(`/queue/status?model=likeness-trainer&request_id=${id}`);
          expect(problems("QueueJobStatusResponse", json)).toBeNull();
          seen.add(json["status"]);
          return json["status"];
        },
        { timeout: 15_000 },
      )
      .toBe("done");
    expect(seen.size).toBeGreaterThan(1);
    expect(
      problems("QueueMetricsResponse", (await call("/queue/metrics?model=likeness-trainer")).json),
    ).toBeNull();

    const late = await call("/queue/cancel", { model: "likeness-trainer", request_id: id });
    expect(late.status).toBe(409);
    expect(problems("QueueCancelResponse", late.json)).toBeNull();
  });

  test("errors of the queue", async () => {
    const refused = [
      await call("/queue/submit", { model: "likeness-trainer" }),
      await call("/queue/submit", { model: "none", payload: {} }),
      await call("/queue/metrics?model=likeness-trainer", undefined, "wrong"),
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 404, 401]);
    for (const { json } of refused) {
      expect(problems("QueueError", json)).toBeNull();
      expect(json).toMatchObject({
        code: expect.any(String) as string,
        message: expect.any(String) as string,
      });
    }
  });
});
