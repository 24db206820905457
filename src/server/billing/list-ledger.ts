import type { Db } from "~/kysely/database";
import type { CreditReason } from "~/kysely/schema";

/** A line of the ledger, with what it was for where that can still be opened. */
export interface LedgerEntry {
  id: string;
  createdAt: Date;
  /** Whole credits: positive came, negative went. */
  amount: number;
  balanceAfter: number;
  reason: CreditReason;
  note: string;
  /** A finished picture that it paid for. */
  pictureId: string | null;
  /** The model of that picture. */
  modelId: string | null;
  /** The invoice that brought or took it: our id. */
  invoiceId: string | null;
}

/** A page of a user's ledger, newest first: at most `limit` entries made before the entry `before`. */
export async function listLedger(
  db: Db,
  page: { userId: string; before?: string | undefined; limit: number },
): Promise<LedgerEntry[]> {
  const { userId, before, limit } = page;
  const entries = await db
    .selectFrom("creditEntry")
    .select(["id", "amount", "reason", "ref", "note", "balanceAfter", "createdAt"])
    .where("userId", "=", userId)
    .$if(before !== undefined, (query) => query.where("id", "<", before ?? ""))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();

  const [pictures, invoices] = await Promise.all([
    findPictures(db, { userId, generationIds: refsOf(entries, ["generation"]) }),
    findInvoices(db, { userId, providerIds: refsOf(entries, ["grant", "roll-over", "take-back"]) }),
  ]);
  return entries.map(({ ref, ...entry }) => {
    const picture = entry.reason === "generation" ? pictures.get(ref) : undefined;
    const isOfInvoice = entry.reason !== "generation" && entry.reason !== "refund";
    return {
      ...entry,
      pictureId: picture?.id ?? null,
      modelId: picture?.modelId ?? null,
      invoiceId: isOfInvoice ? (invoices.get(invoiceIn(ref)) ?? null) : null,
    };
  });
}

/** A refund's posting is named after its invoice and the amount: "123:2000". */
function invoiceIn(ref: string): string {
  return ref.split(":")[0] ?? ref;
}

function refsOf(entries: { reason: CreditReason; ref: string }[], reasons: CreditReason[]): string[] {
  return entries.filter((entry) => reasons.includes(entry.reason)).map((entry) => invoiceIn(entry.ref));
}

async function findPictures(db: Db, wanted: { userId: string; generationIds: string[] }) {
  if (wanted.generationIds.length === 0) return new Map<string, never>();
  const rows = await db
    .selectFrom("picture")
    .innerJoin("generation", "generation.id", "picture.generationId")
    .select(["picture.id", "picture.generationId", "generation.modelId"])
    .where("picture.generationId", "in", wanted.generationIds)
    .where("picture.userId", "=", wanted.userId)
    .where("picture.status", "=", "ready")
    .where("picture.deletedAt", "is", null)
    .orderBy("picture.position", "desc")
    .execute();
  return new Map(rows.map((row) => [row.generationId, row]));
}

async function findInvoices(db: Db, wanted: { userId: string; providerIds: string[] }) {
  if (wanted.providerIds.length === 0) return new Map<string, string>();
  const rows = await db
    .selectFrom("invoice")
    .select(["id", "providerId"])
    .where("providerId", "in", wanted.providerIds)
    .where("userId", "=", wanted.userId)
    .execute();
  return new Map(rows.map((row) => [row.providerId, row.id]));
}
