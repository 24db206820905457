import type { Db } from "~/kysely/database";
import { newId } from "~/server/new-id";

/** Adds a line to the operators' audit, in the transaction of what it tells. */
export async function writeAudit(
  trx: Db,
  line: { actor: string; action: string; subject: string; note: string },
): Promise<void> {
  await trx
    .insertInto("auditEntry")
    .values({ id: newId(), ...line })
    .execute();
}
