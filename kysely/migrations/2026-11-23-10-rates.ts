import { sql } from "kysely";
import type { Kysely } from "kysely";

/**
 * How often something was done lately, by whom. Each use is an instant in an array, so the window slides: no more than the
 * limit fall into any stretch of its length. Names of people and addresses are hashed; nothing is older than a day.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("rate_use")
    .addColumn("key", "text", (c) => c.primaryKey())
    .addColumn("uses", sql`timestamptz[]`, (c) => c.notNull().defaultTo(sql`'{}'`))
    .addColumn("touched_at", "timestamptz", (c) => c.notNull().defaultTo(sql`now()`))
    .execute();
  await db.schema.createIndex("rate_use_touched").on("rate_use").column("touched_at").execute();

  await createTakeUse(db);
  // Its counts are in the new table's hands.
  await db.schema.dropTable("prompt_help").execute();
}

/**
 * `take_use(names, limits, window)` takes one use of each name, or of none when one has no use left, and answers in how many
 * seconds there is one again; 0 when taken. The locks are taken in one order, so that two callers never wait for each other,
 * and the time is read after them.
 */
async function createTakeUse(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function take_use(names text[], limits int[], window_seconds int) returns int
    language plpgsql as $$
    declare
      keys text[] := array(select encode(sha256(convert_to(name, 'UTF8')), 'hex') from unnest(names) with ordinality as n(name, at) order by at);
      since timestamptz;
      wait double precision := 0;
    begin
      insert into rate_use (key) select key from unnest(keys) as k(key) order by key on conflict do nothing;
      perform from rate_use where key = any(keys) order by key for update;
      since := clock_timestamp() - make_interval(secs => window_seconds);

      -- Of the last so many uses as are allowed, the first has to leave the window.
      select coalesce(max(extract(epoch from (r.uses[cardinality(r.uses) - k.allowed + 1] - since))), 0) into wait
      from unnest(keys, limits) as k(key, allowed) join rate_use r on r.key = k.key
      where cardinality(r.uses) >= k.allowed and r.uses[cardinality(r.uses) - k.allowed + 1] > since;
      if wait > 0 then
        return ceil(wait);
      end if;

      update rate_use set
        uses = array(select used from unnest(uses) as u(used) where used > since order by used) || clock_timestamp(),
        touched_at = clock_timestamp()
      where key = any(keys);
      return 0;
    end $$
  `.execute(db);
}
