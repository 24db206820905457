/** How a card behaves: Lemon Squeezy's test cards are Stripe's (docs.lemonsqueezy.com, "Test mode", read 2026-11-22). */
export interface CardVerdict {
  /** The digits alone. */
  digits: string;
  /** Why it cannot be put on file, for the customer; null when it can. */
  refusal: string | null;
}

const refusals: Record<string, string> = {
  "4000000000000002": "Your card was declined.",
  "4000000000009995": "Your card has insufficient funds.",
  "4000000000000069": "Your card has expired.",
};

/** Goes on file, and is declined whenever it is charged. */
const FAILS_LATER = "4000000000000341";

/** Judges a card as it was typed. Any number of 13 to 19 digits that is not known to fail will pay. */
export function judgeCard(typed: unknown): CardVerdict {
  const digits = (typeof typed === "string" ? typed : "").replace(/\D/g, "");
  if (digits.length < 13 || digits.length > 19) return { digits, refusal: "Your card number is incomplete." };
  return { digits, refusal: refusals[digits] ?? null };
}

/** Whether a card on file can be charged. */
export function canCharge(digits: string): boolean {
  return digits !== FAILS_LATER;
}
