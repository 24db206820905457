import type { RetentionId } from "~/catalog/retention";
import type { Db } from "~/kysely/database";
import type { ModelKind, ModelStatus } from "~/kysely/schema";
import { isReference } from "~/server/photos/is-reference";

import { listErasuresOf } from "./find-erasure";

/** What is kept of a user, and until when. */
export interface Privacy {
  retention: RetentionId;
  email: string | null;
  counts: Record<"photos" | "pictures" | "prompts" | "consents" | "ledger" | "invoices" | "weights", number>;
  /** Bytes of the pictures at full size. */
  pictureBytes: number;
  models: {
    id: string;
    name: string;
    kind: ModelKind;
    status: ModelStatus;
    finishedAt: Date | null;
    photos: number;
    /** Photos that an Instant model is made of. */
    references: number;
  }[];
  /** Deleted models, newest first. */
  erasures: { id: string; token: string; createdAt: Date; finishedAt: Date | null; photos: number }[];
}

/** Reads it in one round trip. A user who has no row yet has nothing. */
export async function readPrivacy(db: Db, userId: string): Promise<Privacy> {
  const [user, counts, models, erasures] = await Promise.all([
    db.selectFrom("appUser").select(["retention", "email"]).where("id", "=", userId).executeTakeFirst(),
    readCounts(db, userId),
    listModels(db, userId),
    listErasuresOf(db, userId),
  ]);
  const { pictureBytes, ...rest } = counts;
  return {
    retention: user?.retention ?? "30-days",
    email: user?.email ?? null,
    // The driver reads counts as text.
    counts: mapNumbers(rest),
    pictureBytes: Number(pictureBytes ?? 0),
    models: models.map((model) => ({
      ...model,
      ...mapNumbers({ photos: model.photos, references: model.references }),
    })),
    erasures: erasures.map(({ id, token, createdAt, finishedAt, rowCounts }) => ({
      ...{ id, token, createdAt, finishedAt },
      photos: rowCounts["photo"] ?? 0,
    })),
  };
}

function mapNumbers<Name extends string>(counts: Record<Name, string | number | null>): Record<Name, number> {
  const entries = Object.entries<string | number | null>(counts).map(([name, n]) => [name, Number(n ?? 0)]);
  return Object.fromEntries(entries) as Record<Name, number>; // the same names
}

function readCounts(db: Db, userId: string) {
  return db
    .selectNoFrom((eb) => [
      eb
        .selectFrom("photo")
        .select((e) => e.fn.countAll<string>().as("n"))
        .where("userId", "=", userId)
        .as("photos"),
      eb
        .selectFrom("picture")
        .select((e) => e.fn.countAll<string>().as("n"))
        .where("userId", "=", userId)
        .where("status", "=", "ready")
        .as("pictures"),
      eb
        .selectFrom("picture")
        .select((e) => e.fn.sum<string | null>("bytes").as("n"))
        .where("userId", "=", userId)
        .as("pictureBytes"),
      eb
        .selectFrom("generation")
        .select((e) => e.fn.countAll<string>().as("n"))
        .where("userId", "=", userId)
        .as("prompts"),
      eb
        .selectFrom("consent")
        .select((e) => e.fn.countAll<string>().as("n"))
        .where("userId", "=", userId)
        .as("consents"),
      eb
        .selectFrom("creditEntry")
        .select((e) => e.fn.countAll<string>().as("n"))
        .where("userId", "=", userId)
        .as("ledger"),
      eb
        .selectFrom("invoice")
        .select((e) => e.fn.countAll<string>().as("n"))
        .where("userId", "=", userId)
        .as("invoices"),
      eb
        .selectFrom("modelVersion")
        .select((e) => e.fn.countAll<string>().as("n"))
        .where("userId", "=", userId)
        .where("weightsKey", "is not", null)
        .as("weights"),
    ])
    .executeTakeFirstOrThrow();
}

function listModels(db: Db, userId: string) {
  return db
    .selectFrom("model")
    .select(["id", "name", "kind", "status", "finishedAt"])
    .select((eb) => [
      eb
        .selectFrom("photo")
        .select((e) => e.fn.countAll<string>().as("n"))
        .whereRef("photo.modelId", "=", "model.id")
        .as("photos"),
      eb
        .selectFrom("photo")
        .select((e) => e.fn.countAll<string>().as("n"))
        .whereRef("photo.modelId", "=", "model.id")
        .where(isReference)
        .as("references"),
    ])
    .where("userId", "=", userId)
    .orderBy("id", "desc")
    .execute();
}
