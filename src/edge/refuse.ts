import { fixedHeaders } from "../catalog/fixed-headers";
import { allowedMethods } from "../catalog/methods";
import { requestIdHeader } from "../catalog/request-proof";
import { noteRefusal } from "../log/note-refusal";

const answers = {
  host: { status: 421, sentence: "This is not the host you asked for." },
  method: { status: 405, sentence: "Nothing here is asked for in this way." },
  "body-too-large": { status: 413, sentence: "This is more than we take." },
} as const;

/** Refuses a request at the worker's door, before anything of it is believed, and notes by which rule. */
export function refuse(rule: keyof typeof answers, requestId: string): Response {
  noteRefusal(rule, requestId);
  const { status, sentence } = answers[rule];
  return new Response(sentence, {
    status,
    headers: {
      ...fixedHeaders,
      ...{ "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
      ...(rule === "method" && { allow: allowedMethods }),
      [requestIdHeader]: requestId,
    },
  });
}
