import { reportReasons } from "~/catalog/report-reasons";
import type { ReportReasonId } from "~/catalog/report-reasons";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { newId } from "~/server/new-id";

import { hideShare } from "./hide-share";
import { writeAudit } from "./write-audit";

/** Nobody finds their face in more pictures an hour; whoever says so is hiding other people's. */
const MOST_AN_HOUR = 10;

/**
 * Hides a shared picture at once, on anyone's word, and queues it for an operator. A link that is hidden already is queued
 * again, with what this person says.
 *
 * @throws Failure NOT_FOUND for a link that never was, REFUSED after ten reports in an hour from one address.
 */
export async function reportShare(
  db: Db,
  report: { token: string; reason: ReportReasonId; note: string; addressHash: string | null },
): Promise<void> {
  const { token, reason, note, addressHash } = report;
  await inTransaction(db, async (trx) => {
    await refuseFlood(trx, addressHash);
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

async function refuseFlood(trx: Db, addressHash: string | null): Promise<void> {
  if (addressHash === null) return;
  const recent = await trx
    .selectFrom("report")
    .select("id")
    .where("addressHash", "=", addressHash)
    .where("createdAt", ">", new Date(Date.now() - 60 * 60_000))
    .limit(MOST_AN_HOUR)
    .execute();
  if (recent.length < MOST_AN_HOUR) return;
  throw new Failure(
    "REFUSED",
    "These are many reports in an hour. Write to the operator of this site instead.",
  );
}
