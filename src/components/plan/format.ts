/** In UTC, as invoices are dated: the server and the browser then agree. */
const day = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const shortDay = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

/** `December 22, 2026`. */
export function formatDay(date: Date): string {
  return day.format(date);
}

/** `Dec 22, 2026`, for tables. */
export function formatShortDay(date: Date): string {
  return shortDay.format(date);
}

/** `$20.00`; other currencies by their code. */
export function formatCents(cents: number, currency = "USD"): string {
  return currency === "USD" ? dollars.format(cents / 100) : `${(cents / 100).toFixed(2)} ${currency}`;
}

/** `1 credit`, `200 credits`. */
export function countCredits(credits: number): string {
  return `${credits.toLocaleString("en")} ${credits === 1 ? "credit" : "credits"}`;
}
