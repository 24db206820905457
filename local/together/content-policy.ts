import { ApiError } from "./api-error";

const refused = [
  /\bnud(e|es|ity)\b/,
  /\bnaked\b/,
  /\btopless\b/,
  /\bnsfw\b/,
  /\bporn/,
  /\bgor(e|y)\b/,
  /\bbeheading\b/,
  /\bdeepfake\b/,
];

/** Whether the provider's safety checker would refuse this prompt. A short stand-in word list, not a moderation model. */
export function isRefused(prompt: string): boolean {
  const lower = prompt.toLowerCase();
  return refused.some((pattern) => pattern.test(lower));
}

/**
 * The refusal itself. Together publishes no body for it; `content_policy_violation` with status 400 is what
 * Nutlope/easyedit matches (lib/together-error.ts, 2026-07).
 */
export function policyRefusal(): ApiError {
  return new ApiError(400, "The prompt was refused by content moderation.", {
    param: "prompt",
    code: "content_policy_violation",
  });
}
