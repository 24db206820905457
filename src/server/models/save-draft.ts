import type { SubjectId } from "~/catalog/subjects";
import type { Db } from "~/kysely/database";
import { newId } from "~/server/new-id";

/**
 * Begins a user's draft, or renames the one they have: there is at most one, and it survives a closed tab.
 *
 * @returns the draft's id.
 */
export async function saveDraft(
  db: Db,
  draft: { userId: string; name: string; subject: SubjectId },
): Promise<{ modelId: string }> {
  const { userId, name, subject } = draft;
  const id = newId();
  const row = await db
    .insertInto("model")
    .values({ id, userId, name, subject, kind: "instant", triggerWord: triggerWordFor(id) })
    .onConflict((conflict) =>
      conflict.column("userId").where("status", "=", "draft").doUpdateSet({ name, subject }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return { modelId: row.id };
}

/** A word no language has, unique to the model: the random end of its id behind a fixed start. */
function triggerWordFor(id: string): string {
  return `lk${id.replaceAll("-", "").slice(-10)}`;
}
