import type { ColumnType, Generated } from "kysely";

import type { BillingEventTable, CheckoutTable, InvoiceTable, SubscriptionTable } from "./schema-billing";
import type { CreatedAt } from "./schema-columns";
import type { ShareTable, ZipTable } from "./schema-gallery";
import type {
  FineTuningUseTable,
  ModelVersionPhotoTable,
  ModelVersionTable,
  PhotoTable,
} from "./schema-photos";
import type {
  AuditEntryTable,
  DeletionTable,
  ErasedSubscriptionTable,
  ErasureTable,
  ErasureTaskTable,
  ExportTable,
  ReportTable,
  RetainedInvoiceTable,
  StorageSweepTable,
  StoredFileTable,
  TrainingJobTable,
} from "./schema-privacy";
import type { RateUseTable } from "./schema-rates";
import type { MissingFluxModelTable } from "./schema-studio";
import type { RetentionId } from "~/catalog/retention";
import type { AspectId } from "~/catalog/aspects";
import type { FluxModelId } from "~/catalog/flux-models";
import type { PackId } from "~/catalog/pack-names";
import type { StyleId } from "~/catalog/styles";
import type { SubjectId } from "~/catalog/subjects";

/** bigint: read as text by the driver, because it can exceed what a number holds. */
type BigIntColumn = ColumnType<string, number | string, number | string>;

export type * from "./schema-billing";
export type * from "./schema-photos";
export type * from "./schema-privacy";

export interface Database {
  appUser: AppUserTable;
  model: ModelTable;
  photo: PhotoTable;
  modelVersion: ModelVersionTable;
  modelVersionPhoto: ModelVersionPhotoTable;
  consent: ConsentTable;
  fineTuningUse: FineTuningUseTable;
  generation: GenerationTable;
  picture: PictureTable;
  creditAccount: CreditAccountTable;
  creditEntry: CreditEntryTable;
  subscription: SubscriptionTable;
  invoice: InvoiceTable;
  checkout: CheckoutTable;
  billingEvent: BillingEventTable;
  deletion: DeletionTable;
  share: ShareTable;
  zip: ZipTable;
  missingFluxModel: MissingFluxModelTable;
  erasure: ErasureTable;
  erasureTask: ErasureTaskTable;
  trainingJob: TrainingJobTable;
  retainedInvoice: RetainedInvoiceTable;
  erasedSubscription: ErasedSubscriptionTable;
  storedFile: StoredFileTable;
  storageSweep: StorageSweepTable;
  export: ExportTable;
  report: ReportTable;
  auditEntry: AuditEntryTable;
  rateUse: RateUseTable;
}

/** A person, by Clerk's id. */
export interface AppUserTable {
  id: string;
  email: string | null;
  /** How long their photos stay after a training. */
  retention: Generated<RetentionId>;
  createdAt: CreatedAt;
}

export type ModelKind = "instant" | "fine-tuned";
export type ModelStatus = "draft" | "queued" | "training" | "ready" | "failed" | "cancelled";
export type TrainingStep = "preparing" | "packing" | "training" | "storing";

/** A person's own model. At most one draft a user. */
export interface ModelTable {
  id: string;
  userId: string;
  name: string;
  subject: SubjectId;
  kind: ModelKind;
  status: Generated<ModelStatus>;
  /** Counts trainings of this model, from 1; part of every key that must not repeat. */
  attempt: Generated<number>;
  /** Unique to the model; stands for its subject in captions and prompts. */
  triggerWord: string;
  step: TrainingStep | null;
  /** Whole percent of the training, 0..100. */
  progressPercent: Generated<number>;
  /** When the training is expected to end. */
  expectedAt: Date | null;
  /** After this a training that has not ended is failed. */
  deadlineAt: Date | null;
  /** The trainer's job. */
  jobId: string | null;
  datasetKey: string | null;
  /** Of the training that runs; a version keeps them once it ends well. */
  weightsKey: string | null;
  /** How many versions were ever trained: the next one's number is one more, whatever was deleted. */
  versionCount: Generated<number>;
  /** The version that makes pictures; null until one is trained. */
  activeVersionId: string | null;
  /** Why the last training failed, for the user. */
  failure: string | null;
  queuedAt: Date | null;
  finishedAt: Date | null;
  createdAt: CreatedAt;
}

/** What a user agreed to before a training. */
export interface ConsentTable {
  id: string;
  userId: string;
  modelId: string;
  /** The version of the text, from the catalog. */
  version: string;
  statement: string;
  /** SHA-256 of the client's address with a salt, hex; null when unknown. */
  addressHash: string | null;
  createdAt: CreatedAt;
}

export type GenerationStatus = "queued" | "generating" | "done";

/** One prompt of a press of the button, which has many when it is a pack or has choices: 1..4 pictures. */
export interface GenerationTable {
  id: string;
  userId: string;
  /** Made by the browser with each press, so that a press that is sent twice counts once. Shared by all of a press. */
  requestId: string;
  /** 0, 1, … within its press. */
  pressIndex: Generated<number>;
  /** Its place in its user's queue: smaller ones go first. Never shared. */
  rank: ColumnType<string, number | string | undefined, number | string>;
  /** The pack it is of. */
  pack: PackId | null;
  /** What was typed, where that had choices or variables: to be used again. */
  template: string | null;
  /** Null for a base FLUX model, or once the model is deleted. */
  modelId: string | null;
  /** The model's name when the button was pressed. */
  modelName: string | null;
  /** The model's version that was in use when the button was pressed; null once it is deleted. */
  versionId: string | null;
  versionNumber: number | null;
  fluxModel: FluxModelId;
  status: Generated<GenerationStatus>;
  prompt: string;
  /** What to leave out, where the FLUX model takes that. */
  negativePrompt: string | null;
  style: StyleId;
  aspect: AspectId;
  /** An upscale's picture: it may be deleted since. */
  sourcePictureId: string | null;
  /** Where it is not the aspect's own size: an upscale. */
  widthPx: number | null;
  heightPx: number | null;
  /** Pictures asked for, 1..4. */
  count: number;
  steps: number | null;
  guidance: number | null;
  /** The first picture's seed; the next ones count up from it. */
  seed: BigIntColumn;
  /** Whole credits taken when the button was pressed. */
  price: number;
  /** After this, pictures that still wait in the queue are given up. */
  deadlineAt: Date;
  createdAt: CreatedAt;
}

export type PictureStatus = "queued" | "ready" | "failed" | "refused" | "cancelled";

/** A picture that was asked for, made or not. */
export interface PictureTable {
  id: string;
  userId: string;
  generationId: string;
  /** 0..3 within its generation. */
  position: number;
  /** As its generation says: here too, so that a filter goes by one index. */
  style: StyleId;
  /** The model it was asked of, also after that is deleted; null for a base FLUX model. */
  modelId: string | null;
  status: Generated<PictureStatus>;
  /** The step that makes it, once one has taken it from the queue: a step makes one picture, and a picture is made by one step. */
  ticket: string | null;
  claimedAt: Date | null;
  seed: BigIntColumn;
  storageKey: string | null;
  thumbnailKey: string | null;
  widthPx: number | null;
  heightPx: number | null;
  bytes: number | null;
  /** Why there is no picture, for the user. */
  failure: string | null;
  finishedAt: Date | null;
  isFavourite: Generated<boolean>;
  /** Hidden everywhere from then on; the row and its files follow once it can no longer be undone. */
  deletedAt: Date | null;
  createdAt: CreatedAt;
}

/** A user's balance in whole credits: always the sum of their entries. */
export interface CreditAccountTable {
  userId: string;
  balance: Generated<number>;
}

export type CreditReason =
  | "sign-up"
  /** A paid invoice. */
  | "grant"
  /** More was left at a renewal than rolls over. */
  | "roll-over"
  /** A paid invoice was refunded. */
  | "take-back"
  | "generation"
  /** A picture that did not come. */
  | "refund";

/** Append-only. (reason, ref) is unique: a thing is paid for, granted or given back once. */
export interface CreditEntryTable {
  id: string;
  userId: string;
  /** Whole credits: positive came, negative went. */
  amount: number;
  reason: CreditReason;
  /** What it was for: a user's, generation's, picture's or invoice's id. */
  ref: string;
  /** In the user's words. */
  note: string;
  balanceAfter: number;
  createdAt: CreatedAt;
}
