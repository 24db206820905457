import { eventType } from "inngest";
import * as z from "zod";

/** The request that an event goes back to, written by `announce`: it names the steps' lines in the log. */
const traced = { requestId: z.uuid().optional() };

/** A photo was uploaded and its row exists. */
export const photoAttached = eventType("photo/attached", {
  schema: z.object({ ...traced, photoId: z.string(), userId: z.string() }),
});

/** A model waits for its training. */
export const modelQueued = eventType("model/queued", {
  schema: z.object({ ...traced, modelId: z.string(), userId: z.string(), attempt: z.number() }),
});

/** A training was called off, or its model deleted. */
export const modelCancelled = eventType("model/cancelled", {
  schema: z.object({ ...traced, modelId: z.string(), attempt: z.number(), jobId: z.string().nullable() }),
});

/** Pictures are paid for and wait in their user's queue. */
export const picturesQueued = eventType("pictures/queued", {
  schema: z.object({
    ...traced,
    userId: z.string(),
    /** One for each picture; whoever holds one makes the user's next picture, whichever that is then. */
    tickets: z.array(z.uuid()),
    /** Seconds by which paid plans go first. */
    headStartSeconds: z.number(),
  }),
});

/** Rows are gone and their files must follow. */
export const filesDropped = eventType("files/dropped", {
  schema: z.object({ ...traced, deletionId: z.string() }),
});

/** A user deleted pictures; until the time to undo has passed, only their rows say so. */
export const picturesDeleted = eventType("pictures/deleted", {
  schema: z.object({ ...traced, userId: z.string() }),
});

/** Someone wants to be forgotten, or a model of theirs: it is written down. */
export const erasureRequested = eventType("erasure/requested", {
  schema: z.object({ ...traced, erasureId: z.string() }),
});
