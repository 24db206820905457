import { Hono } from "hono";

import type { Control } from "../control";
import { chatModels } from "./chat-models";
import { faulty } from "./faults";
import type { TogetherEnv } from "./faults";
import { fluxModels } from "./flux-models";

const CREATED_AT_SECONDS = 1_764_028_800; // 2025-11-25, FLUX.2's release; the same for all, as nothing reads it.

/** `GET /models`: the image models and the chat models. Faults on "models". */
export function modelRoutes(control: Control): Hono<TogetherEnv> {
  const routes = new Hono<TogetherEnv>();
  routes.get("/models", faulty(control, "models"), (c) =>
    c.json([
      ...fluxModels.map(({ id, displayName, dollarsPerMegapixel }) => ({
        id,
        object: "model",
        created: CREATED_AT_SECONDS,
        type: "image",
        display_name: displayName,
        organization: "Black Forest Labs",
        pricing: { hourly: 0, input: 0, output: 0, base: dollarsPerMegapixel, finetune: 0 },
      })),
      ...chatModels.map(({ id, displayName, organization, contextLength, dollarsPerMillionTokens }) => ({
        id,
        object: "model",
        created: CREATED_AT_SECONDS,
        type: "chat",
        display_name: displayName,
        organization,
        context_length: contextLength,
        pricing: {
          hourly: 0,
          input: dollarsPerMillionTokens,
          output: dollarsPerMillionTokens,
          base: 0,
          finetune: 0,
        },
      })),
    ]),
  );
  return routes;
}
