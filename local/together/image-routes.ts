import { createHash, randomUUID } from "node:crypto";

import { Hono } from "hono";

import type { Control } from "../control";
import { ApiError } from "./api-error";
import { faulty } from "./faults";
import type { TogetherEnv } from "./faults";
import { fetchSubjects } from "./fetch-subjects";
import { parseImageRequest } from "./parse-image-request";
import type { AcceptedRequest } from "./parse-image-request";
import type { PictureStore } from "./picture-store";
import { renderPicture } from "./render-picture";
import { renderPlain } from "./render-plain";

export interface ImageRouteOptions {
  control: Control;
  pictures: PictureStore;
  log: (line: string) => void;
  /** Called with the epoch milliseconds at which each image request came in. */
  onArrival: (epochMs: number) => void;
  /** Answers with plain colours, for runs of thousands of pictures. */
  isPlain: boolean;
}

/** `POST /images/generations`. Faults on "images"; on "picture" `garbage` answers well but with cut-off pictures, `shrink` with ones a quarter as long. */
export function imageRoutes({
  control,
  pictures,
  log,
  onArrival,
  isPlain,
}: ImageRouteOptions): Hono<TogetherEnv> {
  const routes = new Hono<TogetherEnv>();

  routes.use("/images/generations", async (_c, next) => {
    onArrival(Date.now());
    await next();
  });

  routes.post("/images/generations", faulty(control, "images"), async (c) => {
    const startedAt = performance.now();
    const request = parseImageRequest(await c.req.json().catch(() => null));
    const subjects = await fetchSubjects(request);
    const spoilt = control.take("picture")?.kind;
    const shrink = (px: number) => (spoilt === "shrink" ? Math.ceil(px / 4) : px);
    const size = { widthPx: shrink(request.widthPx), heightPx: shrink(request.heightPx) };

    const data = [];
    for (let index = 0; index < request.count; index++) {
      const wish = { ...request, ...size, seed: seedOf(request, index), subjects };
      const whole = await (isPlain ? renderPlain(wish) : renderPicture(wish));
      const bytes = spoilt === "garbage" ? whole.subarray(0, Math.floor(whole.byteLength / 3)) : whole;
      if (request.respondWith === "base64")
        data.push({ index, type: "b64_json", b64_json: bytes.toString("base64") });
      else data.push({ index, type: "url", url: await pictures.put(bytes, request.format) });
    }

    const ms = Math.round(performance.now() - startedAt);
    log(`${describe(request)} drawn from ${String(subjects.length)} photos in ${String(ms)} ms`);
    return c.json({ id: randomUUID(), object: "list", model: request.model.id, data });
  });

  routes.all("/images/generations", () => {
    throw new ApiError(405, "Use POST.", { code: "method_not_allowed" });
  });
  return routes;
}

// Without a seed the vendor rolls one; here it follows from the prompt, so that a request gives the same bytes twice.
function seedOf({ seed, prompt }: AcceptedRequest, index: number): number {
  const base = seed ?? createHash("sha256").update(prompt).digest().readUInt32LE();
  return base + index;
}

function describe({ model, count, widthPx, heightPx }: AcceptedRequest): string {
  return `${String(count)} x ${String(widthPx)}x${String(heightPx)} by ${model.displayName}`;
}
