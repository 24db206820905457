import type { Receipt } from "./receipt-details";

export type Answer =
  | { verdict: "genuine"; receipt: Receipt }
  | { verdict: "altered" | "not-ours" | "unreadable" | "unreachable" };

/** Asks whether a text is a receipt as it was signed. */
export async function askAboutReceipt(text: string): Promise<Answer> {
  try {
    const response = await fetch("/api/receipts/check", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: text,
    });
    // What is too long to be a receipt is none.
    if (response.status === 413) return { verdict: "unreadable" };
    if (!response.ok) return { verdict: "unreachable" };
    return (await response.json()) as Answer; // our own door's type
  } catch {
    return { verdict: "unreachable" };
  }
}
