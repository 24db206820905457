import type { Db } from "~/kysely/database";

export interface SharedPicture {
  storageKey: string;
  widthPx: number;
  heightPx: number;
  /** Null unless the owner shows it. */
  prompt: string | null;
}

/**
 * What a share link leads to.
 *
 * @returns `gone` once it was revoked or taken down, or its picture deleted; undefined for a link that never was.
 */
export async function findShared(db: Db, token: string): Promise<SharedPicture | "gone" | undefined> {
  if (!/^[\w-]{24}$/.test(token)) return undefined;
  const row = await db
    .selectFrom("share")
    .leftJoin("picture", (join) =>
      join
        .onRef("picture.id", "=", "share.pictureId")
        .on("picture.status", "=", "ready")
        .on("picture.deletedAt", "is", null),
    )
    .leftJoin("generation", "generation.id", "picture.generationId")
    .select(["share.showsPrompt", "share.revokedAt", "share.hiddenAt"])
    .select(["picture.storageKey", "picture.widthPx", "picture.heightPx", "generation.prompt"])
    .where("share.token", "=", token)
    .executeTakeFirst();
  if (!row) return undefined;

  const { showsPrompt, revokedAt, hiddenAt, storageKey, widthPx, heightPx, prompt } = row;
  if (revokedAt !== null || hiddenAt !== null || storageKey === null) return "gone";
  return { storageKey, widthPx: widthPx ?? 1, heightPx: heightPx ?? 1, prompt: showsPrompt ? prompt : null };
}
