const UNITS_MS: Record<string, number> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
};

/** Milliseconds of an Inngest duration ("1h30m", "3s") or until an ISO date; 0 for "" and for the past. */
export function parseDuration(text: string): number {
  if (/^\d{4}-/.test(text)) {
    const at = Date.parse(text);
    return Number.isNaN(at) ? 0 : Math.max(0, at - Date.now());
  }
  let millis = 0;
  for (const [, count, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[wdhms])/g)) {
    millis += Number(count) * (UNITS_MS[unit ?? ""] ?? 0);
  }
  return millis;
}
