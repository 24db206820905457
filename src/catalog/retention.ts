export const retentionIds = ["now", "30-days", "keep"] as const;
export type RetentionId = (typeof retentionIds)[number];

export interface Retention {
  title: string;
  note: string;
  /** Days that photos stay after their training; null keeps them. */
  days: number | null;
}

/** How long photos stay once a model is trained: the user's choice, in /privacy. */
export const retentions = {
  "30-days": {
    title: "30 days after training",
    note: "Time enough to train again with the same photos, then they go by themselves.",
    days: 30,
  },
  now: {
    title: "As soon as training ends",
    note: "The least we can hold. To train again you upload photos again.",
    days: 0,
  },
  keep: {
    title: "Until I delete them",
    note: "They stay until you delete them, their model or your account.",
    days: null,
  },
} as const satisfies Record<RetentionId, Retention>;

/** What an Instant model needs to go on working. */
export const instantRetention =
  "An Instant model has no weights of its own: it is its best photos, at most 8. Those reference photos stay as long as the model does, whatever you choose; the others go.";

/** A training that failed or was called off can be started again: its photos stay at least as long as a draft. */
export const draftDays = 14;

/** Storage may know a file some time before its row exists. */
export const uploadGraceHours = 24;

/** Commercial and tax law: ten years (Germany's AO § 147 and HGB § 257, the longest we know of; read 2026-11-22). */
export const invoiceYears = 10;
