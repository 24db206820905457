import { sql } from "kysely";
import { expect } from "vitest";

import { test } from "~/kysely/testing/test";

import { states } from "./states";

test("every status that the database takes has its deadline, or is final", async ({ db }) => {
  const { rows } = await sql<{ table: string; definition: string }>`
    select conrelid::regclass::text as "table", pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'c' and pg_get_constraintdef(oid) ~ '\\mstatus\\M' and conrelid::regclass::text = any(${Object.keys(states)})
  `.execute(db);
  const allowed = Object.fromEntries(
    rows.map(({ table, definition }) => [
      table,
      [...definition.matchAll(/'([\w-]+)'/g)].map(([, status]) => status).toSorted(),
    ]),
  );
  const described = Object.fromEntries(
    Object.entries(states).map(([table, statuses]) => [table, Object.keys(statuses).toSorted()]),
  );
  expect(described).toEqual(allowed);
});

test("every table with a status of our own is thought of", async ({ db }) => {
  const { rows } = await sql<{ table: string }>`
    select table_name as "table" from information_schema.columns
    where table_schema = 'public' and column_name = 'status' order by 1
  `.execute(db);
  // The seller's: a subscription and its invoices follow what it says, and the reconciler asks.
  const sellers = ["invoice", "retained_invoice", "subscription"];
  expect(rows.map(({ table }) => table).filter((table) => !sellers.includes(table))).toEqual(
    Object.keys(states).toSorted(),
  );
});
