import { addMonths } from "date-fns";

/** What of an invoice tells when a paid month begins. */
export interface PeriodMark {
  reason: "initial" | "renewal" | "updated";
  issuedAt: Date;
}

/** The invoice that began the month an instant lies in: the latest first payment or renewal up to then. */
export function periodBase<Mark extends PeriodMark>(marks: readonly Mark[], at: Date): Mark | undefined {
  return marks
    .filter((mark) => mark.reason !== "updated" && mark.issuedAt <= at)
    .reduce<Mark | undefined>(
      (latest, mark) => (latest && latest.issuedAt > mark.issuedAt ? latest : mark),
      undefined,
    );
}

/** The share of the paid month that is left at an instant, 0..1; 1 before any month was begun. */
export function shareLeft(marks: readonly PeriodMark[], at: Date): number {
  const base = periodBase(marks, at);
  if (!base) return 1;
  const end = addMonths(base.issuedAt, 1).getTime();
  const share = (end - at.getTime()) / (end - base.issuedAt.getTime());
  return Math.min(1, Math.max(0, share));
}
