import { sql } from "kysely";

import type { Db } from "~/kysely/database";

import type { Owner } from "./add-owner";

/** Tables that say whose they are in another way than by `user_id`. */
const related = (owner: Owner) => [
  sql`select 'app_user' as t, md5(r::text) as h from app_user r where id = ${owner.userId}`,
  sql`select 'model_version_photo', md5(r::text) from model_version_photo r
      where version_id in (${owner.versionId}, ${owner.formerVersionId})`,
  sql`select 'report', md5(r::text) from report r where share_token = ${owner.shareToken}`,
];

/**
 * What an owner's rows are like, of every table that has some, as one hash a table: whatever changes of them changes it.
 * Read from the database's own list of tables, so that a table that is added later is looked at too.
 */
export async function digestOwner(db: Db, owner: Owner): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'user_id' order by 1
  `.execute(db);
  const rows = tables.map(
    ({ name }) =>
      sql`select ${sql.lit(name)} as t, md5(r::text) as h from ${sql.table(name)} r where user_id = ${owner.userId}`,
  );
  const { rows: hashes } = await sql<{ t: string; h: string }>`
    select t, md5(string_agg(h, '' order by h)) as h
    from (${sql.join([...rows, ...related(owner)], sql` union all `)}) as everything
    group by t order by t
  `.execute(db);
  return Object.fromEntries(hashes.map(({ t, h }) => [t, h]));
}
