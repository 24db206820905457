import type { Measurements } from "./measurement";

/** The results as a table for people. */
export function formatTable(results: Measurements): string {
  const rows = Object.entries(results).map(([name, { value, unit, ratio, against }]) => [
    name,
    `${value} ${unit}`,
    ratio === null ? "" : `${ratio} × ${against ?? ""}`,
  ]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      ([name = "", value = "", ratio = ""]) =>
        `${name.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${ratio}`,
    )
    .join("\n");
}
