import type { SelectQueryBuilder } from "kysely";
import { sql } from "kysely";

import { deletedModels, noModel } from "~/catalog/gallery-rules";
import type { PictureFilter } from "~/catalog/gallery-rules";
import type { Db } from "~/kysely/database";
import type { Database } from "~/kysely/schema";
import { lowestIdAt } from "~/server/new-id";

/** Enough of a prompt to tell pictures apart; the whole of it comes with the picture that is opened. */
const SHOWN_PROMPT = 160;
const DAY_MS = 24 * 60 * 60_000;

interface Owned {
  userId: string;
  filter: PictureFilter;
}

export interface PicturePage extends Owned {
  /** The last picture of the page before. */
  before: string | undefined;
  limit: number;
}

/** A page of a user's pictures that match, newest first: those made before `before`, at most `limit`. */
export function listPicturesOf(db: Db, page: PicturePage) {
  return selectPicturePage(db, page).execute();
}

/** The query of `listPicturesOf`, for looking at its plan. */
export function selectPicturePage(db: Db, page: PicturePage) {
  return matching(db, page)
    .innerJoin("generation", "generation.id", "picture.generationId")
    .select(["picture.id", "picture.widthPx", "picture.heightPx", "picture.isFavourite"])
    .select(sql<string>`left(generation.prompt, ${sql.lit(SHOWN_PROMPT)})`.as("prompt"))
    .$if(page.before !== undefined, (query) => query.where("picture.id", "<", page.before ?? ""))
    .orderBy("picture.id", "desc")
    .limit(page.limit);
}

/** How many of a user's pictures match. */
export async function countPicturesOf(db: Db, owned: Owned): Promise<number> {
  const { count } = await matching(db, owned)
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The ids and sizes of a user's pictures that match, newest first: all of them, or those among `ids`. */
export function listPictureSizes(db: Db, owned: Owned & { ids?: string[] | undefined }) {
  return matching(db, owned)
    .select(["picture.id", "picture.bytes"])
    .$if(owned.ids !== undefined, (query) => query.where("picture.id", "in", owned.ids ?? []))
    .orderBy("picture.id", "desc")
    .execute();
}

type Pictures = SelectQueryBuilder<Database, "picture", object>;

/** When a picture was made is part of its id, so that dates are a range of the key that pages go by. */
function matching(db: Db, { userId, filter }: Owned): Pictures {
  const { model, style, isFavourite, days, from, to } = filter;
  let query: Pictures = db
    .selectFrom("picture")
    .where("picture.userId", "=", userId)
    .where("picture.status", "=", "ready")
    .where("picture.deletedAt", "is", null);
  if (style) query = query.where("picture.style", "=", style);
  if (isFavourite) query = query.where("picture.isFavourite", "=", true);
  if (days) query = query.where("picture.id", ">=", lowestIdAt(new Date(Date.now() - days * DAY_MS)));
  if (from) query = query.where("picture.id", ">=", lowestIdAt(new Date(from)));
  if (to) query = query.where("picture.id", "<", lowestIdAt(new Date(to)));
  return model ? ofModel(query, model) : query;
}

function ofModel(query: Pictures, model: string): Pictures {
  if (model === noModel) return query.where("picture.modelId", "is", null);
  if (model !== deletedModels) return query.where("picture.modelId", "=", model);
  return query
    .where("picture.modelId", "is not", null)
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom("model").select("model.id").whereRef("model.id", "=", "picture.modelId")),
      ),
    );
}
