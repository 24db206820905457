import type { Selectable } from "kysely";

import { invoiceYears } from "~/catalog/retention";
import type { ErasureTable, ErasureTaskKind, ErasureTaskTable } from "~/kysely/schema";

import type { Receipt } from "./receipt";

type Task = Selectable<ErasureTaskTable>;
type Confirmation = Receipt["confirmations"][number];

/** Who confirms what, in the order that receipts and pages have them. */
export const providersOf = {
  sessions: { provider: "Clerk", what: "Signed out on every device" },
  subscription: { provider: "Lemon Squeezy", what: "Subscriptions cancelled: nothing more is charged" },
  job: { provider: "Together AI", what: "Training jobs dropped, with the weights they wrote" },
  files: { provider: "UploadThing", what: "Photos, pictures and weights deleted from storage" },
  account: { provider: "Clerk", what: "The account itself, with its e-mail address" },
} as const satisfies Record<ErasureTaskKind, Pick<Confirmation, "provider" | "what">>;

/** The kinds in that order. */
export const taskKinds = Object.keys(providersOf) as ErasureTaskKind[]; // the keys are exactly the kinds

/** Puts what was confirmed into a receipt. */
export function makeReceipt(
  erasure: Selectable<ErasureTable> & { finishedAt: Date },
  tasks: readonly Task[],
): Receipt {
  const { id, scope, subjectHash, requestedBy, createdAt, finishedAt, rowCounts } = erasure;
  return {
    format: "likeness-erasure-receipt/1",
    id,
    scope,
    subjectHash,
    requestedBy,
    requestedAt: createdAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    rows: rowCounts,
    confirmations: taskKinds.flatMap((kind) => sumUp(kind, tasks)),
    kept: listKept(scope, rowCounts),
  };
}

function sumUp(kind: ErasureTaskKind, tasks: readonly Task[]): Confirmation[] {
  const ofKind = tasks.filter((task) => task.kind === kind);
  if (ofKind.length === 0) return [];
  const keyHashes = [...new Set(ofKind.flatMap((task) => task.keyHashes))].toSorted();
  const last = Math.max(...ofKind.map((task) => task.confirmedAt?.getTime() ?? 0));
  return [
    {
      ...providersOf[kind],
      count: kind === "files" ? keyHashes.length : ofKind.length,
      keyHashes,
      confirmedAt: new Date(last).toISOString(),
      remarks: [...new Set(ofKind.flatMap((task) => task.remark ?? []))],
    },
  ];
}

function listKept(scope: string, rows: Record<string, number>): Receipt["kept"] {
  const invoices = scope === "account" ? (rows["invoice"] ?? 0) : 0;
  if (invoices === 0) return [];
  const why = `Commercial and tax law, for ${invoiceYears} years: the number, date, amount and status of each, without a name. Lemon Squeezy, who sold it, keeps its own books.`;
  return [{ what: "invoices", count: invoices, why }];
}
