import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import type { ReportDecision } from "~/kysely/schema";
import { Failure } from "~/server/errors";

import { announceDeletion } from "./drop-files";
import { deleteSharedPicture, showShare } from "./hide-share";
import { writeAudit } from "./write-audit";

/**
 * Settles a report as an operator decided, once, with a line in the audit: keeps the picture hidden, lets it be seen
 * again, or deletes it for good. Other reports of the same link that are open are settled with it.
 *
 * @throws Failure NOT_FOUND for no report, NOT_READY for one that is settled.
 */
export async function decideReport(
  db: Db,
  choice: { operatorId: string; reportId: string; decision: ReportDecision; note: string },
): Promise<void> {
  const { operatorId, reportId, decision, note } = choice;
  const deletionId = await inTransaction(db, async (trx) => {
    const report = await trx
      .selectFrom("report")
      .select(["shareToken", "decidedAt"])
      .where("id", "=", reportId)
      .forUpdate()
      .executeTakeFirst();
    if (!report) throw new Failure("NOT_FOUND", "This report does not exist.");
    if (report.decidedAt) throw new Failure("NOT_READY", "Someone has decided this already.");

    const token = report.shareToken;
    const settled = await trx
      .updateTable("report")
      .set({ decision, decidedAt: new Date() })
      .where("shareToken", "=", token)
      .where("decidedAt", "is", null)
      .returning("id")
      .execute();
    if (decision === "restore") await showShare(trx, { token });
    for (const { id } of settled) {
      await writeAudit(trx, { actor: operatorId, action: decision, subject: id, note });
    }
    return decision === "delete" ? deleteSharedPicture(trx, { token }) : undefined;
  });
  await announceDeletion(deletionId);
}
