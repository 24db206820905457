const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/** From how many seconds on a unit is spoken of, the largest first. */
const units: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["year", 365 * DAY_S],
  ["month", 30 * DAY_S],
  ["day", DAY_S],
  ["hour", HOUR_S],
  ["minute", MINUTE_S],
];

const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** How long ago something was, in words. The minute may turn between the server's rendering and the browser's: that is no mismatch. */
export function Ago({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()} suppressHydrationWarning>
      {agoInWords(at, new Date())}
    </time>
  );
}

/** "just now", "5 minutes ago", "yesterday", "2 years ago". */
export function agoInWords(at: Date, now: Date): string {
  const seconds = (now.getTime() - at.getTime()) / 1000;
  const [unit, size] = units.find(([, from]) => seconds >= from) ?? [undefined, 1];
  return unit === undefined ? "just now" : words.format(-Math.floor(seconds / size), unit);
}
