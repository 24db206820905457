import type { GenerationStatus, ModelStatus, PhotoStatus, PictureStatus } from "~/kysely/schema";

/** A state that something must end. */
export interface Unfinished {
  /** By when it is over, as SQL over its row (`t`). */
  deadline: string;
  /** Who ends it then, and how. */
  ends: string;
}

export type State = "final" | "a person's" | Unfinished;
type Deadlines<Status extends string> = Record<Status, State>;

const training = {
  deadline: "t.deadline_at",
  ends: "sweep-stalled fails it and gives the fine-tuning back",
} as const;

/**
 * Every status of every table that has one: final, waiting for a person who may take their time, or with a deadline.
 * The types hold it against the schema's, and a test against the database's own checks.
 */
export const states = {
  model: {
    draft: "a person's",
    queued: training,
    training,
    ready: "final",
    failed: "final",
    cancelled: "final",
  } satisfies Deadlines<ModelStatus>,
  photo: {
    uploaded: {
      deadline: "t.created_at + interval '30 minutes'",
      ends: "sweep-stalled refuses it and drops the upload",
    },
    ready: "final",
    refused: "final",
  } satisfies Deadlines<PhotoStatus>,
  generation: {
    queued: { deadline: "t.deadline_at + interval '15 minutes'", ends: "over with its last picture" },
    generating: { deadline: "t.deadline_at + interval '15 minutes'", ends: "over with its last picture" },
    done: "final",
  } satisfies Deadlines<GenerationStatus>,
  picture: {
    queued: {
      deadline: `coalesce(t.claimed_at + interval '15 minutes',
        (select g.deadline_at from generation g where g.id = t.generation_id))`,
      ends: "sweep-stalled gives it up, with its credits",
    },
    ready: "final",
    failed: "final",
    refused: "final",
    cancelled: "final",
  } satisfies Deadlines<PictureStatus>,
};

/** Work without a status: open while a column is empty. Forgetting somebody is never given up, so it has a time by which it is expected. */
export const openWork: Record<string, Unfinished & { open: string }> = {
  deletion: {
    open: "t.finished_at is null",
    deadline: "t.created_at + interval '1 hour'",
    ends: "sweep-stalled asks storage again until it has confirmed",
  },
  picture: {
    open: "t.deleted_at is not null",
    deadline: "t.deleted_at + interval '1 minute'",
    ends: "purge-pictures, or sweep-stalled, drops it with its files",
  },
  erasure: {
    open: "t.finished_at is null",
    deadline: "t.settles_at + interval '4 hours'",
    ends: "sweep-stalled starts it again until every provider has confirmed",
  },
  erasure_task: {
    open: "t.confirmed_at is null",
    deadline: "(select e.settles_at + interval '4 hours' from erasure e where e.id = t.erasure_id)",
    ends: "as its erasure",
  },
};
