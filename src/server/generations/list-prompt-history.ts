import { sql } from "kysely";

import type { Db } from "~/kysely/database";

/** Presses that are looked back on: a pack is one, and one prompt pressed again is shown once. */
const LOOKED_AT = 200;

/** What a user has typed lately, each prompt once, the newest first, at most `limit`; as it was typed, with its choices. Packs and upscales were not typed. */
export async function listPromptHistory(
  db: Db,
  page: { userId: string; limit: number },
): Promise<{ prompt: string; createdAt: Date }[]> {
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom("generation")
        .select(["id", "createdAt"])
        .select((own) => own.fn.coalesce("template", escaped).as("typed"))
        .where("userId", "=", page.userId)
        .where("pressIndex", "=", 0)
        .where("pack", "is", null)
        .where("sourcePictureId", "is", null)
        .orderBy("id", "desc")
        .limit(LOOKED_AT)
        .as("press"),
    )
    .select(({ fn }) => ["press.typed", fn.max("press.createdAt").as("createdAt")])
    .groupBy("press.typed")
    .orderBy("createdAt", "desc")
    .limit(page.limit)
    .execute();
  return rows.map(({ typed, createdAt }) => ({ prompt: typed, createdAt }));
}

/** A prompt without choices is kept as words; used again, its braces must stay braces. */
const escaped = sql<string>`replace(replace(prompt, '{', '{{'), '}', '}}')`;
