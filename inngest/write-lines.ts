import { writeLine } from "~/log/write-line";

/**
 * What Inngest's SDK says of itself, by our own log: its console would print an error with all its words, a vendor's among
 * them. It hands over a sentence and an object with `err`, in either order.
 */
export const sdkLines = {
  error: (...words: unknown[]) => write("error", words),
  warn: (...words: unknown[]) => write("warn", words),
  info: () => undefined,
  debug: () => undefined,
};

/** Said of each forged call: src/app/api/inngest/route.ts notes those, and not more of them than the log should have. */
const FORGED = "Signature validation failed";

function write(level: "error" | "warn", words: unknown[]): void {
  const sentence = words.find((word) => typeof word === "string") ?? "said nothing";
  if (sentence === FORGED) return;
  writeLine({ level, message: `inngest: ${sentence}`, error: words.map(readError).find(Boolean) });
}

function readError(word: unknown): unknown {
  if (word instanceof Error) return word;
  const { err, error } = Object(word) as { err?: unknown; error?: unknown }; // of any object
  return err ?? error;
}
