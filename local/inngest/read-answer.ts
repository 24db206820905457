import type { Engine } from "./engine";
import { Operations, SdkErrorShape } from "./sdk-answer";
import type { Answer } from "./sdk-answer";

/** The most a step may return (Inngest docs, "Usage limits", read 2026-11-22). */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

export interface RawAnswer {
  status: number;
  header: (name: string) => string | undefined;
  text: string;
}

/** What the SDK's HTTP answer says. An answer that is not the SDK's (a proxy, a build error) is a failure to try again. */
export function readAnswer(engine: Engine, raw: RawAnswer): Answer {
  const body = parseJson(raw.text);
  const protocol = Number(raw.header("x-inngest-req-version") ?? 2);
  const isRetriable = raw.header("x-inngest-no-retry") !== "true";
  const retryAfterMs = readRetryAfter(engine, raw.header("retry-after"));

  if (raw.header("x-inngest-sdk") === undefined) {
    return threw(`The app answered ${raw.status} without the SDK: ${raw.text.slice(0, 200)}`);
  }
  if (raw.text.length > MAX_ANSWER_BYTES) {
    return { ...threw("The step returned more than 4 MB."), isRetriable: false };
  }
  if (raw.status === 200) return { kind: "finished", protocol, result: body };
  if (raw.status === 206) {
    const operations = Operations.safeParse(body);
    if (!operations.success)
      return threw(`The app answered operations we cannot read: ${raw.text.slice(0, 200)}`);
    return { kind: "operations", protocol, operations: operations.data, isRetriable, retryAfterMs };
  }
  const error = SdkErrorShape.safeParse(body);
  if (!error.success) return threw(`The app answered ${raw.status}: ${raw.text.slice(0, 200)}`);
  return { kind: "threw", error: error.data, isRetriable, retryAfterMs };
}

function threw(message: string): Extract<Answer, { kind: "threw" }> {
  return { kind: "threw", error: { name: "AnswerError", message }, isRetriable: true };
}

function parseJson(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch {
    return undefined;
  }
}

/** Seconds or a date, as HTTP has it. */
function readRetryAfter(engine: Engine, header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const millis = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(millis) ? undefined : Math.max(0, millis) * engine.settings.timeScale;
}
