import * as z from "zod";

import { withSpan } from "~/server/telemetry/measure";

import { parseReply, together, translate } from "./together-client";

/** People wait for it while they type: help that takes longer is none. */
const CHAT_TIMEOUT_MS = 1_000;

const ChatReply = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string().min(1) }) })], z.unknown()),
});

/**
 * Asks a chat model one question.
 *
 * @returns its words, in at most a second.
 * @throws Failure as `makeImage` does; VENDOR_BUSY when the second is over.
 */
export async function askChat(question: {
  model: string;
  system: string;
  user: string;
  maxTokens: number;
}): Promise<string> {
  const { model, system, user, maxTokens } = question;
  return withSpan("together ask-chat", { model }, async () => {
    const answer = await translate(
      together().chat.completions.create(
        {
          model,
          max_tokens: maxTokens,
          temperature: 0.7,
          messages: [
            { role: "system", content: system },
            { role: "user", content: user },
          ],
        },
        // The SDK's timeout ends with the headers; the signal also cuts a body that trickles in.
        { timeout: CHAT_TIMEOUT_MS, signal: AbortSignal.timeout(CHAT_TIMEOUT_MS) },
      ),
    );
    return parseReply(ChatReply, answer).choices[0].message.content;
  });
}

/** The names of all models that Together serves now. @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE */
export async function listModelNames(): Promise<string[]> {
  const models = parseReply(z.array(z.object({ id: z.string() })), await translate(together().models.list()));
  return models.map(({ id }) => id);
}
