import type { Db } from "~/kysely/database";
import type { PackId } from "~/catalog/pack-names";

/** A press of which something waits. */
export interface QueuedPress {
  requestId: string;
  /** Its first waiting prompt. */
  prompt: string;
  pack: PackId | null;
  modelName: string | null;
  /** Pictures that have not started. */
  waiting: number;
  /** Pictures that are being made. */
  running: number;
  /** Pictures it asked for. */
  total: number;
  /** Whole credits that cancelling it gives back. */
  credits: number;
}

/** A user's queue, by press, in the order in which it is worked off. What has all begun is not in it. */
export async function listQueueOf(db: Db, userId: string): Promise<QueuedPress[]> {
  const rows = await db
    .selectFrom("generation")
    .innerJoin("picture", "picture.generationId", "generation.id")
    .select(["generation.requestId", "generation.prompt", "generation.pack", "generation.modelName"])
    .select(["generation.count", "generation.price"])
    .select(({ fn }) => [
      fn.countAll<string>().filterWhere("picture.ticket", "is", null).as("waiting"),
      fn.countAll<string>().filterWhere("picture.ticket", "is not", null).as("running"),
    ])
    .where("generation.userId", "=", userId)
    .where("generation.status", "!=", "done")
    .where("picture.status", "=", "queued")
    .groupBy("generation.id")
    .orderBy("generation.rank")
    .execute();

  // A press stands where its first waiting picture does: what it has under way says nothing of what comes next.
  const inOrder = rows.toSorted((one, other) => Number(other.waiting !== "0") - Number(one.waiting !== "0"));
  const presses = new Map<string, QueuedPress>();
  for (const row of inOrder) {
    const { requestId, prompt, pack, modelName, count, price } = row;
    const [waiting, running] = [Number(row.waiting), Number(row.running)];
    const press = presses.get(requestId) ?? {
      requestId,
      prompt,
      pack,
      modelName,
      waiting: 0,
      running: 0,
      total: 0,
      credits: 0,
    };
    press.waiting += waiting;
    press.running += running;
    press.total += count;
    press.credits += (price / count) * waiting;
    presses.set(requestId, press);
  }
  return [...presses.values()].filter((press) => press.waiting > 0);
}
