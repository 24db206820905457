import type { Db } from "~/kysely/database";
import { Failure } from "~/server/errors";

/** A user's version with its model, which is locked until the transaction ends. @throws Failure NOT_FOUND */
export async function lockVersion(trx: Db, owned: { userId: string; versionId: string }) {
  const version = await trx
    .selectFrom("modelVersion")
    .select(["id", "modelId", "number", "kind", "weightsKey"])
    .where("id", "=", owned.versionId)
    .where("userId", "=", owned.userId)
    .executeTakeFirst();
  if (!version) throw new Failure("NOT_FOUND", "This version does not exist.");
  const model = await trx
    .selectFrom("model")
    .select(["id", "name", "status", "activeVersionId"])
    .where("id", "=", version.modelId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { version, model };
}
