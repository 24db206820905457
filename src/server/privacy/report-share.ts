import { reportReasons } from "~/catalog/report-reasons";
import type { ReportReasonId } from "~/catalog/report-reasons";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { newId } from "~/server/new-id";

import { hideShare } from "./hide-share";
import { writeAudit } from "./write-audit";

/**
 * Hides a shared picture at once, on anyone's word, and queues it for an operator. A link that is hidden already is queued
 * again, with what this person says.
 *
 * @throws Failure NOT_FOUND for a link that never was.
 */
export async function reportShare(
  db: Db,
  report: { token: string; reason: ReportReasonId; note: string; addressHash: string | null },
): Promise<void> {
  const { token, reason, note, addressHash } = report;
  await inTransaction(db, async (trx) => {
    if (!(await hideShare(trx, { token }))) {
      throw new Failure("NOT_FOUND", "There is no shared picture under this link.");
    }
    const id = newId();
    await trx.insertInto("report").values({ id, shareToken: token, reason, note, addressHash }).execute();
    await writeAudit(trx, {
      actor: "reporter",
      action: "reported and hidden",
      subject: id,
      note: reportReasons[reason],
    });
  });
}
