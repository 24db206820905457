import type { StyleId } from "~/catalog/styles";
import type { SubjectId } from "~/catalog/subjects";

/** The server gives up after a second; a connection may take one more. */
const PATIENCE_MS = 3_000;

/** Asks for a better prompt. @returns it, or a sentence with what came in between; never throws. */
export async function askForHelp(wish: {
  prompt: string;
  style: StyleId;
  subject: SubjectId | null;
}): Promise<{ suggestion: string } | { message: string }> {
  try {
    const response = await fetch("/api/prompt-help", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(wish),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer: unknown = await response.json();
    if (isRecord(answer) && typeof answer["suggestion"] === "string")
      return { suggestion: answer["suggestion"] };
    if (isRecord(answer) && typeof answer["message"] === "string") return { message: answer["message"] };
  } catch {
    // Offline, slow, or an answer that is none: the same for who waits.
  }
  return { message: "No suggestion came in time. Your prompt works as it is." };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
