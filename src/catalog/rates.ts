import type { PlanId } from "./plans";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How often one thing may be done in any stretch of `windowSeconds`. What is left out is not limited. */
export interface Rate {
  windowSeconds: number;
  perUser?: Record<PlanId, number>;
  /** Of one address, whoever is behind it: an office or a school may be. */
  perAddress?: number;
  /** What happened, for the person who has to wait; when to go on is added. */
  sentence: string;
}

const everyPlan = (count: number): Record<PlanId, number> => ({
  free: count,
  creator: count,
  pro: count,
  enterprise: count,
});

/**
 * What costs money, a vendor's patience or our processor, and how often it may be asked for. Generous for a person, also a
 * hurried one. Credits, slots and Enterprise's fair use bound what is made; these bound how often somebody asks.
 */
export const rates = {
  /** Presses, not pictures: one may make many. */
  generate: {
    windowSeconds: 10 * MINUTE,
    perUser: { free: 30, creator: 60, pro: 120, enterprise: 240 },
    perAddress: 600,
    sentence: "These were many presses in a short time.",
  },
  train: {
    windowSeconds: HOUR,
    perUser: { free: 10, creator: 20, pro: 40, enterprise: 80 },
    perAddress: 200,
    sentence: "Many trainings were started in a short time.",
  },
  /** A set of photos is one each: the browser sends them one by one. */
  upload: {
    windowSeconds: 10 * MINUTE,
    perUser: { free: 100, creator: 150, pro: 300, enterprise: 600 },
    perAddress: 1_200,
    sentence: "Many photos were sent in a short time.",
  },
  promptHelp: {
    windowSeconds: 10 * MINUTE,
    perUser: { free: 20, creator: 30, pro: 40, enterprise: 60 },
    perAddress: 300,
    sentence: "These were many suggestions in a short time. Go on with your own words.",
  },
  zip: {
    windowSeconds: 10 * MINUTE,
    perUser: { free: 20, creator: 30, pro: 60, enterprise: 120 },
    perAddress: 300,
    sentence: "Many downloads were prepared in a short time.",
  },
  export: {
    windowSeconds: HOUR,
    perUser: everyPlan(10),
    perAddress: 60,
    sentence: "Your data was asked for many times in a short time.",
  },
  erase: {
    windowSeconds: HOUR,
    perUser: everyPlan(5),
    perAddress: 30,
    sentence: "The deletion was asked for many times in a short time.",
  },
  /** Whatever asks the seller. */
  pay: {
    windowSeconds: 10 * MINUTE,
    perUser: everyPlan(40),
    perAddress: 240,
    sentence: "The shop was asked many times in a short time.",
  },
  /** Nobody finds their face in more pictures an hour; whoever says so is hiding other people's. */
  report: {
    windowSeconds: HOUR,
    perAddress: 10,
    sentence: "These were many reports in a short time. You can also write to the operator of this site.",
  },
  receipt: {
    windowSeconds: 10 * MINUTE,
    perAddress: 60,
    sentence: "Many receipts were checked in a short time.",
  },
  /** Drawn anew for each site that shows a link. */
  shareCard: {
    windowSeconds: 10 * MINUTE,
    perAddress: 120,
    sentence: "Many previews were asked for in a short time.",
  },
  /** By address alone: a vendor that sends more has to send again, which all of them do. */
  webhook: {
    windowSeconds: MINUTE,
    perAddress: 600,
    sentence: "These were many deliveries in a short time.",
  },
} as const satisfies Record<string, Rate>;

export type RateId = keyof typeof rates;

/** When it goes on, in words: never sooner than it does. */
export function sayWait(seconds: number): string {
  if (seconds <= 90) return `You can go on in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`;
  const minutes = Math.ceil(seconds / MINUTE);
  return `You can go on in ${minutes} minutes.`;
}
