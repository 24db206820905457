import { randomUUID } from "node:crypto";

import { Hono } from "hono";
import * as z from "zod";

import type { Control } from "../control";
import { ApiError } from "./api-error";
import { chatModels } from "./chat-models";
import { isRefused, policyRefusal } from "./content-policy";
import { faulty } from "./faults";
import type { TogetherEnv } from "./faults";

const ChatRequest = z.object({
  model: z.string(),
  messages: z
    .array(z.object({ role: z.enum(["system", "user", "assistant"]), content: z.string().min(1) }))
    .min(1),
  max_tokens: z.int().min(1).optional(),
  temperature: z.number().min(0).max(2).optional(),
  stream: z.literal(false).optional(),
});

/** What stands in for an idea of one's own: the same for the same words. */
const touches = [
  "soft light from one side, a calm background out of focus, natural colours",
  "warm late light, a gentle breeze, shallow depth of field",
  "clear morning air, muted tones, fine texture in the fabric",
];

/**
 * `POST /chat/completions`, without streaming. Faults on "chat". Stands for a model that improves a prompt: it answers
 * with the last user message's text after "Prompt:", and a few words about the light.
 */
export function chatRoutes(control: Control): Hono<TogetherEnv> {
  const routes = new Hono<TogetherEnv>();

  routes.post("/chat/completions", faulty(control, "chat"), async (c) => {
    const request = parse(await c.req.json().catch(() => null));
    const asked = request.messages.findLast(({ role }) => role === "user")?.content ?? "";
    if (isRefused(asked)) throw policyRefusal();

    const words = (/prompt:\s*([\s\S]*)$/i.exec(asked)?.[1] ?? asked).trim().replace(/[,.\s]+$/, "");
    const { text, isCut } = limit(
      `${words}, ${touches[words.length % touches.length] ?? ""}`,
      request.max_tokens,
    );
    const promptTokens = countTokens(request.messages.map(({ content }) => content).join(" "));
    const completionTokens = countTokens(text);
    return c.json({
      id: randomUUID(),
      object: "chat.completion",
      created: Math.floor(Date.now() / 1000),
      model: request.model,
      prompt: [],
      choices: [
        {
          index: 0,
          finish_reason: isCut ? "length" : "stop",
          message: { role: "assistant", content: text, tool_calls: [] },
        },
      ],
      usage: {
        prompt_tokens: promptTokens,
        completion_tokens: completionTokens,
        total_tokens: promptTokens + completionTokens,
      },
    });
  });
  return routes;
}

function parse(body: unknown): z.infer<typeof ChatRequest> {
  const parsed = ChatRequest.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const param = issue?.path.join(".") || "body";
    const message = `Invalid ${param}: ${issue?.message ?? "not understood"}`;
    throw new ApiError(400, message, { param, code: "invalid_parameter" });
  }
  if (!chatModels.some(({ id }) => id === parsed.data.model)) {
    const message = `Unable to access model ${parsed.data.model}. Please visit https://api.together.ai/models to view the list of supported models.`;
    throw new ApiError(404, message, { param: "model", code: "model_not_available" });
  }
  return parsed.data;
}

/** A token is a word here. */
function limit(text: string, maxTokens: number | undefined): { text: string; isCut: boolean } {
  const words = text.split(" ");
  if (maxTokens === undefined || words.length <= maxTokens) return { text, isCut: false };
  return { text: words.slice(0, maxTokens).join(" "), isCut: true };
}

function countTokens(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}
