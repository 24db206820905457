import { draftDays, retentions } from "~/catalog/retention";
import type { RetentionId } from "~/catalog/retention";

import type { Privacy } from "./privacy-types";

const DAY_MS = 24 * 60 * 60_000;

/** How many photos a choice would let go at once: the same rules as the server's. */
export function countExpiring(models: Privacy["models"], retention: RetentionId, now = Date.now()): number {
  const { days } = retentions[retention];
  if (days === null) return 0;
  return models.reduce((sum, { kind, status, finishedAt, photos, references }) => {
    if (status !== "ready" && status !== "failed" && status !== "cancelled") return sum;
    const stays = status === "ready" ? days : Math.max(days, draftDays);
    if (!finishedAt || finishedAt.getTime() + stays * DAY_MS > now) return sum;
    return sum + (kind === "instant" && status === "ready" ? photos - references : photos);
  }, 0);
}
