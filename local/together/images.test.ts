import sharp from "sharp";
import Together, {
  APIConnectionError,
  APIError,
  AuthenticationError,
  BadRequestError,
  NotFoundError,
  RateLimitError,
  UnprocessableEntityError,
} from "together-ai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { encodeLora } from "./lora-file";
import { makePhoto, startFileHost, startForTest } from "./testing";

const PRO = "black-forest-labs/FLUX.2-pro";
const DEV = "black-forest-labs/FLUX.2-dev";

let vendor: Awaited<ReturnType<typeof startForTest>>;
let host: Awaited<ReturnType<typeof startFileHost>>;
let photo: string;

beforeAll(async () => {
  [vendor, host] = await Promise.all([startForTest(), startFileHost()]);
  photo = host.put("/one.jpg", await makePhoto(200));
});
afterAll(async () => {
  await Promise.all([vendor.stop(), host.close()]);
});

const plain = {
  model: PRO,
  prompt: "a quiet beach at dawn",
  width: 512,
  height: 640,
  response_format: "base64",
} as const;

async function generate(change: Partial<Together.ImageGenerateParams> = {}): Promise<Buffer[]> {
  const answer = await vendor.client.images.generate({ ...plain, ...change, response_format: "base64" });
  return answer.data.map((picture) => Buffer.from(picture.b64_json, "base64"));
}

async function refusal(
  change: Record<string, unknown>,
): Promise<{ name: unknown; status: unknown; code: unknown; param: unknown }> {
  const error: unknown = await generate(change).catch((caught: unknown) => caught);
  if (!(error instanceof APIError)) throw new Error("It was not refused.");
  const body = error.error as { error: { code: string; param: string } };
  return { name: error.constructor, status: error.status, code: body.error.code, param: body.error.param };
}

describe("a request that is served", () => {
  test("gives as many pictures as asked, of that size and format, each another one", async () => {
    const pictures = await generate({ n: 3, reference_images: [photo], output_format: "png" });
    expect(pictures).toHaveLength(3);
    expect(new Set(pictures.map((picture) => picture.toString("base64"))).size).toBe(3);
    for (const picture of pictures)
      expect(await sharp(picture).metadata()).toMatchObject({ format: "png", width: 512, height: 640 });
  });

  test("gives the same bytes twice, and others for another seed or prompt", async () => {
    const [first, again, otherSeed, otherPrompt] = await Promise.all([
      generate({ seed: 7, reference_images: [photo] }),
      generate({ seed: 7, reference_images: [photo] }),
      generate({ seed: 8, reference_images: [photo] }),
      generate({ seed: 7, reference_images: [photo], prompt: "a forest in the snow" }),
    ]);
    expect(again).toEqual(first);
    expect(otherSeed).not.toEqual(first);
    expect(otherPrompt).not.toEqual(first);
  });

  test("answers with a URL that can be fetched", async () => {
    const answer = await vendor.client.images.generate({ ...plain, response_format: "url" });
    const response = await fetch(answer.data[0]?.url ?? "");
    expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({
      format: "jpeg",
      width: 512,
    });
  });

  test("draws from the photos kept in a LoRA file", async () => {
    const file = encodeLora({
      metadata: { trigger_word: "tok", rank: "16" },
      previews: [await makePhoto(20)],
    });
    const path = host.put("/lora.safetensors", file);
    const [withLora] = await generate({ model: DEV, image_loras: [{ path, scale: 1 }] });
    const [without] = await generate({ model: DEV });
    expect(withLora).not.toEqual(without);
  });

  test("tells when it came in", async () => {
    const before = Date.now();
    await generate();
    const { arrivals } = (await (await fetch(`${vendor.origin}/__control/arrivals`)).json()) as {
      arrivals: number[];
    };
    expect(arrivals.at(-1)).toBeGreaterThanOrEqual(before);
  });
});

describe("a request that is refused", () => {
  test.each([
    [
      "an unknown model",
      { model: "black-forest-labs/FLUX.1-schnell" },
      NotFoundError,
      404,
      "model_not_available",
      "model",
    ],
    ["an odd width", { width: 500 }, BadRequestError, 400, "invalid_parameter", "width"],
    ["too great a height", { height: 2048 }, BadRequestError, 400, "invalid_parameter", "height"],
    ["five pictures", { n: 5 }, BadRequestError, 400, "invalid_parameter", "n"],
    ["no prompt", { prompt: "" }, BadRequestError, 400, "invalid_parameter", "prompt"],
    [
      "a LoRA where none is taken",
      { image_loras: [{ path: "http://localhost/x.safetensors", scale: 1 }] },
      BadRequestError,
      400,
      "invalid_parameter",
      "image_loras",
    ],
    [
      "a reference where none is taken",
      { model: "black-forest-labs/FLUX.1.1-pro", reference_images: ["http://localhost/x.jpg"] },
      BadRequestError,
      400,
      "invalid_parameter",
      "reference_images",
    ],
    [
      "a refused prompt",
      { prompt: "a nude man" },
      BadRequestError,
      400,
      "content_policy_violation",
      "prompt",
    ],
    [
      "a reference that is no web address",
      { reference_images: ["file:///etc/passwd"] },
      BadRequestError,
      400,
      "unfetchable_url",
      "reference_images[0]",
    ],
  ])("%s", async (_name, change, name, status, code, param) => {
    expect(await refusal(change)).toEqual({ name, status, code, param });
  });

  test("a reference whose link has expired", async () => {
    const expired = await refusal({ reference_images: [photo, `${host.origin}/expired.jpg`] });
    expect(expired).toEqual({
      name: BadRequestError,
      status: 400,
      code: "unfetchable_url",
      param: "reference_images[1]",
    });
  });

  test("a reference that is cut off", async () => {
    const whole = await makePhoto(90);
    const cut = host.put("/cut.jpg", whole.subarray(0, whole.byteLength / 2));
    expect(await refusal({ reference_images: [cut] })).toMatchObject({
      name: UnprocessableEntityError,
      code: "invalid_image",
    });
  });

  test("a LoRA that is none", async () => {
    const path = host.put("/not.safetensors", Buffer.from("not a model at all"));
    expect(await refusal({ model: DEV, image_loras: [{ path, scale: 1 }] })).toMatchObject({
      name: UnprocessableEntityError,
      code: "invalid_lora",
    });
  });

  test("a missing and a wrong key", async () => {
    const wrong = new Together({ apiKey: "wrong", baseURL: `${vendor.origin}/v1`, maxRetries: 0 });
    await expect(wrong.images.generate(plain)).rejects.toBeInstanceOf(AuthenticationError);
    expect((await fetch(`${vendor.origin}/v1/models`)).status).toBe(401);
  });
});

describe("a fault", () => {
  test("429 says when to come back, once", async () => {
    await vendor.spoil({ on: "images", kind: "status", status: 429 });
    const error: unknown = await generate().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RateLimitError);
    expect((error as InstanceType<typeof RateLimitError>).headers.get("retry-after")).toBe("1");
    expect(await generate()).toHaveLength(1);
  });

  test("policy refuses one of two", async () => {
    await vendor.spoil({ on: "images", kind: "policy" });
    const both = await Promise.allSettled([generate({ seed: 1 }), generate({ seed: 2 })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("drop cuts the connection", async () => {
    await vendor.spoil({ on: "images", kind: "drop" });
    await expect(generate()).rejects.toBeInstanceOf(APIConnectionError);
  });

  test("hang answers nothing until the caller gives up", async () => {
    await vendor.spoil({ on: "images", kind: "hang" });
    await expect(vendor.client.images.generate(plain, { timeout: 200 })).rejects.toBeInstanceOf(
      APIConnectionError,
    );
  });

  test("garbage is no answer, and on pictures no picture", async () => {
    await vendor.spoil({ on: "images", kind: "garbage" }, { on: "picture", kind: "garbage" });
    await expect(generate()).rejects.toThrow();
    const [cut] = await generate();
    await expect(sharp(cut, { failOn: "error" }).toBuffer()).rejects.toThrow();
    await vendor.spoil({ on: "picture", kind: "shrink" });
    const [whole, small] = [await generate(), await generate()].map(([image]) => sharp(image).metadata());
    expect((await small)?.width).toBe(4 * ((await whole)?.width ?? 0));
  });
});

test("lists the image models", async () => {
  const models = await vendor.client.models.list();
  expect(models.filter(({ type }) => type === "image").map(({ id }) => id)).toContain(DEV);
});
