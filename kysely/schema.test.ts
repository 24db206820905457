import { readFileSync } from "node:fs";

import { sql } from "kysely";
import ts from "typescript";
import { expect } from "vitest";

import { test } from "./testing/test";

/** Column name to whether it may be null, by table, as schema.ts says. */
function readSchema(): Record<string, Record<string, boolean>> {
  const names = [
    "schema",
    "schema-billing",
    "schema-gallery",
    "schema-photos",
    "schema-privacy",
    "schema-rates",
    "schema-studio",
  ];
  const sources = names.map((name) => {
    const path = new URL(`./${name}.ts`, import.meta.url).pathname;
    return ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  });
  const interfaces = new Map(
    sources
      .flatMap((source) => [...source.statements])
      .filter(ts.isInterfaceDeclaration)
      .map((statement) => [statement.name.text, statement.members]),
  );
  const properties = (name: string) => [...(interfaces.get(name) ?? [])].filter(ts.isPropertySignature);

  const tables: Record<string, Record<string, boolean>> = {};
  for (const table of properties("Database")) {
    const columns = properties(table.type?.getText() ?? "").map((column) => {
      const isNullable =
        column.type !== undefined &&
        ts.isUnionTypeNode(column.type) &&
        / \| null$/.test(column.type.getText());
      return [snakeCase(column.name.getText()), isNullable] as const;
    });
    tables[snakeCase(table.name.getText())] = Object.fromEntries(columns);
  }
  return tables;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

test("schema.ts says what the database has: every table, column and null", async ({ db }) => {
  const { rows } = await sql<{ tableName: string; columnName: string; isNullable: "YES" | "NO" }>`
    select table_name, column_name, is_nullable from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely_%'
  `.execute(db);
  const actual: Record<string, Record<string, boolean>> = {};
  for (const { tableName, columnName, isNullable } of rows) {
    (actual[tableName] ??= {})[columnName] = isNullable === "YES";
  }
  expect(readSchema()).toEqual(actual);
});
