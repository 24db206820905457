import { writeLine } from "./write-line";

/** What somebody was refused by. A rate is named with what it counts. */
export type RefusalRule =
  | "other-site"
  | "method"
  | "host"
  | "body-too-large"
  | "signature"
  | "signed-out"
  | "operator"
  | `too-often ${string}`;

/** Enough to see what goes on and where; whoever knocks all day fills no disk. */
export const MOST_A_MINUTE = 20;
const MINUTE_MS = 60_000;

/** The rules' current minutes in this process. Numbers, and no connection: the worker may keep them. */
const minutes = new Map<RefusalRule, { since: number; count: number }>();

/**
 * Notes that somebody was refused: by which rule and in which request, and nothing about them. Each rule has 20 lines a minute
 * and process; then one says that the rest is only counted, and the first of a later minute is preceded by their number.
 */
export function noteRefusal(rule: RefusalRule, requestId: string | undefined, now = Date.now()): void {
  const minute = minutes.get(rule);
  if (!minute || now - minute.since >= MINUTE_MS) {
    const leftOut = minute ? minute.count - MOST_A_MINUTE : 0;
    if (leftOut > 0) warn(`refused: ${rule}, ${leftOut} lines were left out`, { rule, leftOut });
    minutes.set(rule, { since: now, count: 1 });
    warn(`refused: ${rule}`, { rule }, requestId);
    return;
  }
  minute.count += 1;
  if (minute.count <= MOST_A_MINUTE) warn(`refused: ${rule}`, { rule }, requestId);
  if (minute.count === MOST_A_MINUTE + 1) {
    warn(`refused: ${rule}, so often that the rest of this minute is only counted`, { rule });
  }
}

function warn(message: string, facts: Record<string, string | number>, requestId?: string): void {
  writeLine({ level: "warn", message, facts, requestId });
}
