import type { Db } from "~/kysely/database";

import { listLedger } from "./list-ledger";
import type { LedgerEntry } from "./list-ledger";

/** A page of the database; the file has all of them. */
const PAGE = 1000;
const HEAD = ["date", "what", "reason", "amount", "balance after", "picture", "model", "invoice"];

/** Answers with a user's whole ledger as CSV, oldest entry first; 401 when signed out. */
export async function answerLedger(db: Db, userId: string | null): Promise<Response> {
  if (userId === null) return new Response("Sign in first.", { status: 401 });
  const entries: LedgerEntry[] = [];
  for (;;) {
    const page = await listLedger(db, { userId, before: entries.at(-1)?.id, limit: PAGE });
    entries.push(...page);
    if (page.length < PAGE) break;
  }
  const lines = [HEAD, ...entries.toReversed().map(toCells)].map((cells) => cells.map(quote).join(","));
  return new Response(`${lines.join("\r\n")}\r\n`, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="likeness-credits.csv"',
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

function toCells(entry: LedgerEntry): string[] {
  const { createdAt, note, reason, amount, balanceAfter, pictureId, modelId, invoiceId } = entry;
  return [
    createdAt.toISOString(),
    note,
    reason,
    String(amount),
    String(balanceAfter),
    pictureId ?? "",
    modelId ?? "",
    invoiceId ?? "",
  ];
}

/** RFC 4180; a leading apostrophe keeps a spreadsheet from taking a model's name for a formula. */
function quote(cell: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d+$)/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
