import { makeErasureToken } from "~/catalog/erasure";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { announceCancellation } from "~/server/models/end-training";
import { newId } from "~/server/new-id";

import { dropFiles } from "./drop-files";
import { hashOf } from "./hash-of";
import { announceErasure, openErasure } from "./open-erasure";
import type { NewTask } from "./open-erasure";
import { countRowsOf, lockKeysOf } from "./personal-tables";
import { retainInvoices } from "./retain-invoices";

/** Files a deletion: storage takes many at a time, and a list of this length is quickly repeated. */
const FILES_A_TASK = 100;
/** Together may take two minutes over a picture, and storing it takes moments. */
const IN_FLIGHT_MS = 3 * 60_000;

/**
 * Erases an account: its rows at once, in one transaction, but for invoices; then, durably, what providers hold. Without
 * their row nobody can begin anything: every row points at it. Once per account: a second wish finds the first.
 *
 * @param wish.token of the page that shows the progress; one is made when it is left out
 * @returns the token of that page; undefined for an account that never was here.
 */
export async function eraseAccount(
  db: Db,
  wish: { userId: string; requestedBy: "user" | "clerk"; token?: string },
): Promise<{ token: string } | undefined> {
  const { userId, requestedBy, token = makeErasureToken() } = wish;
  const subjectHash = await hashOf(userId);

  const {
    erasureId,
    running = [],
    ...outcome
  } = await inTransaction(db, async (trx) => {
    // Nobody can add a row of theirs while this is held, or after it is gone.
    const user = await trx
      .selectFrom("appUser")
      .select("id")
      .where("id", "=", userId)
      .forUpdate()
      .executeTakeFirst();
    const known = await trx
      .selectFrom("erasure")
      .select("token")
      .where("subjectHash", "=", subjectHash)
      .where("scope", "=", "account")
      .executeTakeFirst();
    if (known) return { token: known.token };
    if (!user) return {};

    const keys = await lockKeysOf(trx, userId);
    const trainings = await listRunning(trx, userId);
    const rowCounts = await countRowsOf(trx, userId);
    const settlesAt = new Date(
      Date.now() + (trainings.length > 0 || (await isBusy(trx, userId)) ? IN_FLIGHT_MS : 0),
    );
    const tasks: NewTask[] = [
      { kind: "sessions", ref: userId, keys: [] },
      ...(await listSubscriptions(trx, userId)),
      ...(await listJobs(trx, userId)),
      ...(await writeFilesDown(trx, userId, keys)),
      { kind: "account", ref: userId, keys: [userId] },
    ];
    await retainInvoices(trx, userId);
    await trx.deleteFrom("appUser").where("id", "=", userId).execute();
    const id = await openErasure(
      trx,
      { userId, scope: "account", modelId: null, requestedBy, token, rowCounts, settlesAt },
      tasks,
    );
    return { token, erasureId: id, running: trainings };
  });

  await announceErasure(erasureId);
  for (const training of running) await announceCancellation(training);
  return outcome.token === undefined ? undefined : { token: outcome.token };
}

function listRunning(trx: Db, userId: string) {
  return trx
    .selectFrom("model")
    .select(["id", "attempt", "jobId"])
    .where("userId", "=", userId)
    .where("status", "in", ["queued", "training"])
    .execute();
}

/** Whether a picture or photo of theirs is being made, and may be stored after its row is gone. */
async function isBusy(trx: Db, userId: string): Promise<boolean> {
  const [picture, photo] = await Promise.all([
    trx
      .selectFrom("picture")
      .select("id")
      .where("userId", "=", userId)
      .where("status", "=", "queued")
      .limit(1)
      .execute(),
    trx
      .selectFrom("photo")
      .select("id")
      .where("userId", "=", userId)
      .where("status", "=", "uploaded")
      .limit(1)
      .execute(),
  ]);
  return picture.length + photo.length > 0;
}

async function listSubscriptions(trx: Db, userId: string): Promise<NewTask[]> {
  const rows = await trx
    .selectFrom("subscription")
    .select("providerId")
    .where("userId", "=", userId)
    .execute();
  return rows.flatMap(({ providerId }) =>
    providerId === null ? [] : [{ kind: "subscription" as const, ref: providerId, keys: [providerId] }],
  );
}

async function listJobs(trx: Db, userId: string): Promise<NewTask[]> {
  const noted = await trx
    .selectFrom("trainingJob")
    .select("id")
    .where("userId", "=", userId)
    .where("droppedAt", "is", null)
    .execute();
  // A job of before they were noted.
  const current = await trx
    .selectFrom("model")
    .select("jobId as id")
    .where("userId", "=", userId)
    .where("jobId", "is not", null)
    .execute();
  const ids = new Set([...noted, ...current].flatMap(({ id }) => id ?? []));
  return [...ids].map((id) => ({ kind: "job", ref: id, keys: [id] }));
}

/** Every file that is to go, in lists; with those whose deletion was written down before and is not done. */
async function writeFilesDown(trx: Db, userId: string, keys: string[]): Promise<NewTask[]> {
  const open = await trx
    .selectFrom("deletion")
    .select(["id", "fileKeys"])
    .where("userId", "=", userId)
    .where("finishedAt", "is", null)
    .execute();
  const tasks: NewTask[] = open.map(({ id, fileKeys }) => ({ kind: "files", ref: id, keys: fileKeys }));
  for (let from = 0; from < keys.length; from += FILES_A_TASK) {
    const some = keys.slice(from, from + FILES_A_TASK);
    const id = await dropFiles(trx, { userId, subject: "account", subjectId: newId(), keys: some });
    if (id !== undefined) tasks.push({ kind: "files", ref: id, keys: some });
  }
  return tasks;
}
