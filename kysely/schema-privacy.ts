import type { Generated } from "kysely";

import type { CreatedAt, Json } from "./schema-columns";

export type DeletionSubject =
  "model" | "version" | "photo" | "picture" | "dataset" | "upload" | "account" | "orphan";

/** Files that must go: written with the deletion of their rows, done when storage has confirmed. */
export interface DeletionTable {
  id: string;
  userId: string;
  subject: DeletionSubject;
  /** The deleted thing's id. */
  subjectId: string;
  fileKeys: Json<string[]>;
  finishedAt: Date | null;
  createdAt: CreatedAt;
}

export type ErasureScope = "account" | "model";

/** Someone's wish to be forgotten, or a model of theirs, until every provider has confirmed it; then its receipt. */
export interface ErasureTable {
  id: string;
  /** Null once the account is erased. */
  userId: string | null;
  /** SHA-256 of the user's id, hex. It keeps an erased account from coming back by a late webhook. */
  subjectHash: string;
  scope: ErasureScope;
  /** The deleted model, for a model's erasure. */
  modelId: string | null;
  requestedBy: "user" | "clerk";
  /** 192 random bits, base64url: whoever has it may see the progress and the receipt. */
  token: string;
  /** Rows that went, by table. */
  rowCounts: Json<Record<string, number>>;
  /** Until then, work that was under way can still leave files behind. */
  settlesAt: Date;
  /** Signed; null until everything is confirmed. */
  receipt: Json<unknown> | null;
  finishedAt: Date | null;
  createdAt: CreatedAt;
}

export type ErasureTaskKind = "sessions" | "account" | "files" | "job" | "subscription";

/** One thing that a provider has to confirm. Gone once the receipt is signed. */
export interface ErasureTaskTable {
  id: string;
  erasureId: string;
  kind: ErasureTaskKind;
  /** A deletion's, job's, subscription's or user's id. */
  ref: string;
  /** SHA-256 of what the provider knew it by, hex. */
  keyHashes: Json<string[]>;
  /** Why the last try did not succeed, for people. */
  problem: string | null;
  /** What the receipt has to say beside the confirmation. */
  remark: string | null;
  confirmedAt: Date | null;
  createdAt: CreatedAt;
}

/** A job that was handed to the trainer, until nothing of it is left there. */
export interface TrainingJobTable {
  /** The trainer's id. */
  id: string;
  userId: string;
  modelId: string;
  droppedAt: Date | null;
  createdAt: CreatedAt;
}

/** An invoice of an erased account: numbers only. Who paid is known to the seller alone. */
export interface RetainedInvoiceTable {
  id: string;
  providerId: string;
  status: string;
  plan: string | null;
  currency: string;
  totalCents: number;
  refundedCents: Generated<number>;
  issuedAt: Date;
  keptUntil: Date;
}

/** A subscription whose owner was erased: news of it brings nothing back. */
export interface ErasedSubscriptionTable {
  providerId: string;
  createdAt: CreatedAt;
}

/** What storage says it has, while a sweep compares. */
export interface StoredFileTable {
  key: string;
  uploadedAt: Date;
}

/** A row that points at a file which storage does not have. */
export interface MissingFile {
  table: string;
  column: string;
  id: string;
}

/** What a nightly comparison of rows and storage found. */
export interface StorageSweepTable {
  id: string;
  files: number;
  orphans: number;
  missing: Json<MissingFile[]>;
  createdAt: CreatedAt;
}

/** An export that was asked for: it is downloaded once. */
export interface ExportTable {
  id: string;
  userId: string;
  startedAt: Date | null;
  finishedAt: Date | null;
  createdAt: CreatedAt;
}

export type ReportDecision = "keep-hidden" | "restore" | "delete";

/** Someone found a face in a shared picture that should not be there. */
export interface ReportTable {
  id: string;
  shareToken: string;
  reason: string;
  note: string;
  /** SHA-256 of the client's address with a salt, hex; null when unknown. */
  addressHash: string | null;
  decision: ReportDecision | null;
  decidedAt: Date | null;
  createdAt: CreatedAt;
}

/** What an operator, or a reporter, did. Append-only. */
export interface AuditEntryTable {
  id: string;
  /** An operator's Clerk id, or "reporter". */
  actor: string;
  action: string;
  subject: string;
  note: string;
  createdAt: CreatedAt;
}
