import { consent } from "~/catalog/consent";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { newId } from "~/server/new-id";

export interface Agreement {
  userId: string;
  modelId: string;
  /** The version of the text that the user saw. */
  consentVersion: string;
  /** SHA-256 of the client's address, hex; null when unknown. */
  addressHash: string | null;
}

/**
 * Writes down that a user agreed to what is done with a model's photos: which words, when, and from which address as a hash.
 * Agreeing twice to the same words keeps the first time.
 *
 * @throws Failure NOT_FOUND for a model that is not theirs, INVALID when the words have changed since.
 */
export async function agreeToConsent(db: Db, agreement: Agreement): Promise<void> {
  const { userId, modelId, consentVersion, addressHash } = agreement;
  const { version, statement, points } = consent;
  if (consentVersion !== version) {
    throw new Failure(
      "INVALID",
      "The consent has changed since this page was opened. Reload it and read it again.",
    );
  }

  await inTransaction(db, async (trx) => {
    const model = await trx
      .selectFrom("model")
      .select("id")
      .where("id", "=", modelId)
      .where("userId", "=", userId)
      .forUpdate()
      .executeTakeFirst();
    if (!model) throw new Failure("NOT_FOUND", "This model does not exist.");
    if (await hasConsent(trx, modelId)) return;
    await trx
      .insertInto("consent")
      .values({
        id: newId(),
        userId,
        modelId,
        version,
        statement: [statement, ...points].join("\n"),
        addressHash,
      })
      .execute();
  });
}

/** Whether the owner of a model has agreed to the words as they are now. */
export async function hasConsent(db: Db, modelId: string): Promise<boolean> {
  const row = await db
    .selectFrom("consent")
    .select("id")
    .where("modelId", "=", modelId)
    .where("version", "=", consent.version)
    .executeTakeFirst();
  return row !== undefined;
}
