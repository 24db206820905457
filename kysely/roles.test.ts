import { readFileSync } from "node:fs";

import { sql } from "kysely";
import { afterAll, expect, inject, test } from "vitest";

import { listKeyedTables, listPersonalTables } from "~/server/privacy/personal-tables";
import { takeUse } from "~/server/rates/take-use";
import { newId } from "~/server/new-id";

import { connect } from "./connect";
import "./testing/test";

const operations = readFileSync(new URL("../docs/operations.md", import.meta.url), "utf8");
const statements = /```sql\n(create role likeness_app.*?)```/s.exec(operations)?.[1] ?? "";

const owner = connect(inject("databaseUrl"), 1);
// The test's Postgres lets in its owner alone: one connection of theirs takes the app's role.
const app = connect(inject("databaseUrl"), 1);
afterAll(async () => {
  await app.destroy();
  // What it was granted can be taken back by who has its rights.
  await sql`grant likeness_app to current_user with inherit true`.execute(owner);
  await sql`drop owned by likeness_app`.execute(owner);
  await sql`drop role likeness_app`.execute(owner);
  await owner.destroy();
});

test("the app's role, made as docs/operations.md says, reads and writes rows and changes no schema", async () => {
  expect(statements).toContain("create role");
  await sql.raw(statements).execute(owner);
  await sql`grant likeness_app to current_user with inherit false, set true`.execute(owner);
  await sql`set role likeness_app`.execute(app);

  const id = `user_${newId()}`;
  await app.insertInto("appUser").values({ id, email: null }).execute();
  await app.updateTable("appUser").set({ email: "a@likeness.test" }).where("id", "=", id).execute();
  await takeUse(app, { what: "train", userId: id, addressHash: null });
  await app.deleteFrom("appUser").where("id", "=", id).execute();
  // What the export and the nightly comparison go by shows each role only what it may see.
  expect(await listPersonalTables(app)).toEqual(await listPersonalTables(owner));
  expect(await listKeyedTables(app)).toEqual(await listKeyedTables(owner));

  for (const change of [
    "create table planted (id int)",
    "alter table photo add column planted int",
    "drop table photo",
    "truncate credit_entry",
    "create or replace function take_use(names text[], limits int[], window_seconds int) returns int language sql as 'select 0'",
    "create role planted",
    "delete from kysely_migration",
  ]) {
    await expect(sql.raw(change).execute(app), change).rejects.toThrow(/permission denied|must be owner/);
  }

  // A table of a later migration is the app's too.
  await sql`create table planted (id int)`.execute(owner);
  await sql`insert into planted values (1)`.execute(app);
  await sql`drop table planted`.execute(owner);
});
