import { html } from "hono/html";
import type { Page } from "./read-rows";
import type { Table } from "./read-tables";

type Html = ReturnType<typeof html>;

/** Longer values are cut on the page; the whole one is in the cell's title. */
const CELL_CHARACTERS = 80;

const style = html`<style>
  body {
    font: 14px/1.5 system-ui;
    color-scheme: light dark;
    margin: 1.5rem;
  }
  table {
    border-collapse: collapse;
    display: block;
    overflow-x: auto;
  }
  th,
  td {
    border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent);
    padding: 0.25rem 0.75rem 0.25rem 0;
    text-align: left;
    vertical-align: top;
    white-space: nowrap;
  }
  small,
  i {
    font-weight: normal;
    opacity: 0.6;
  }
</style>`;

/** The list of tables, with the number of rows of each. */
export function showTables(tables: readonly { table: Table; count: number }[]): Html {
  const rows = tables.map(
    ({ table, count }) =>
      html`<tr>
        <td><a href="/tables/${encodeURIComponent(table.name)}">${table.name}</a></td>
        <td>${count}</td>
        <td>${table.columns.map((column) => column.name).join(", ")}</td>
      </tr>`,
  );
  return frame(
    "Tables",
    html`<table>
      <tr>
        <th>table</th>
        <th>rows</th>
        <th>columns</th>
      </tr>
      ${rows}
    </table>`,
  );
}

/** One page of a table. */
export function showRows(table: Table, { rows, next }: Page): Html {
  const head = table.columns.map(
    ({ name, type, isKey }) => html`<th>${name}${isKey ? " (key)" : ""}<br /><small>${type}</small></th>`,
  );
  const body = rows.map(
    (row) =>
      html`<tr>
        ${row.map(showCell)}
      </tr>`,
  );
  const link = next
    ? html`<p><a href="?after=${encodeURIComponent(JSON.stringify(next))}">Next page</a></p>`
    : "";
  return frame(
    table.name,
    html`<p><a href="/">All tables</a></p>
      <table>
        <tr>
          ${head}
        </tr>
        ${body}
      </table>
      ${rows.length === 0 ? html`<p>No rows.</p>` : link}`,
  );
}

function showCell(value: string | null): Html {
  if (value === null) return html`<td><i>null</i></td>`;
  if (value.length <= CELL_CHARACTERS) return html`<td>${value}</td>`;
  return html`<td title="${value}">${value.slice(0, CELL_CHARACTERS)}…</td>`;
}

function frame(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${title} · Likeness database</title>
      ${style}
      <h1>${title}</h1>
      ${body}
    </html>`;
}
