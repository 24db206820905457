/** An instant as the API writes it: to the second, so that several changes share one. */
export function writeInstant(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}.000000Z`;
}

/** The same, or null for what has not happened. */
export function writeInstantOrNull(epochMs: number | null): string | null {
  return epochMs === null ? null : writeInstant(epochMs);
}

/** `months` later (or earlier) at the same time of day in UTC; the last day of a month that is too short. */
export function addMonths(epochMs: number, months: number): number {
  const date = new Date(epochMs);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date.getTime();
}

export const DAY_MS = 24 * 60 * 60 * 1000;
