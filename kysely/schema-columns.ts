import type { ColumnType } from "kysely";

/** UTC instants. Set by the database when a row is made. */
export type CreatedAt = ColumnType<Date, Date | undefined, never>;
/** A JSON document: written as text, read parsed. */
export type Json<T> = ColumnType<T, string, string>;
