const DAY_MS = 24 * 60 * 60_000;

interface Dates {
  /** ISO instants; `to` is the first that is no longer meant. */
  from?: string | undefined;
  to?: string | undefined;
}

/** Dates in the reader's own calendar: "1 Nov – 22 Nov 2026". */
export function describeDates({ from, to }: Dates): string {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
  const last = to === undefined ? undefined : new Date(new Date(to).getTime() - 1);
  if (from !== undefined && last) return format.formatRange(new Date(from), last);
  if (from !== undefined) return `Since ${format.format(new Date(from))}`;
  return last ? `Until ${format.format(last)}` : "Any time";
}

/** The instants between which the reader's days lie, both included. Fields of a date input; empty ones bound nothing. */
export function toInstants(days: { first: string; last: string }): Dates {
  const from = startOf(days.first);
  const end = startOf(days.last);
  // Through noon: a day that has 23 or 25 hours still leads to the next one.
  const to = end && startOf(toDay(new Date(end.getTime() + 1.5 * DAY_MS)));
  return { ...(from && { from: from.toISOString() }), ...(to && { to: to.toISOString() }) };
}

/** What date inputs say for instants. */
export function toDays({ from, to }: Dates): { first: string; last: string } {
  return {
    first: from === undefined ? "" : toDay(new Date(from)),
    last: to === undefined ? "" : toDay(new Date(new Date(to).getTime() - 1)),
  };
}

function startOf(day: string): Date | undefined {
  const instant = new Date(`${day}T00:00`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/** As the reader's calendar has it: "2026-11-22". */
function toDay(instant: Date): string {
  const pad = (part: number, length: number) => String(part).padStart(length, "0");
  return `${pad(instant.getFullYear(), 4)}-${pad(instant.getMonth() + 1, 2)}-${pad(instant.getDate(), 2)}`;
}
