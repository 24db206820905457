import type { LiveTopic } from "~/catalog/live";

import type { trpc } from "../react";

type Api = ReturnType<typeof trpc.useUtils>;

/** A gallery that has been scrolled further is not read again whole: it is when it is next opened. */
const MAX_PAGES = 2;

/** What shows each topic, and so is read again when it has changed; only what is on the page asks at once. */
const shownBy: Record<LiveTopic, (api: Api) => Promise<void>[]> = {
  pictures: (api) => [
    api.generations.recent.invalidate(),
    api.generations.queue.invalidate(),
    api.pictures.list.invalidate(undefined, {
      predicate: ({ state }) => countPages(state.data) <= MAX_PAGES,
    }),
    api.pictures.list.invalidate(undefined, { refetchType: "none" }),
  ],
  models: (api) => [
    api.models.list.invalidate(),
    api.models.byId.invalidate(),
    api.account.entitlements.invalidate(),
  ],
  photos: (api) => [api.models.draft.invalidate(), api.models.byId.invalidate()],
  credits: (api) => [
    api.account.entitlements.invalidate(),
    api.billing.overview.invalidate(),
    api.billing.ledger.invalidate(),
  ],
  plan: (api) => [
    api.account.entitlements.invalidate(),
    api.billing.overview.invalidate(),
    api.billing.invoices.invalidate(),
    api.billing.ledger.invalidate(),
    api.models.list.invalidate(),
  ],
};

/** Reads again what shows these topics. The one place where news of the server meets the cache. */
export function refresh(api: Api, topics: readonly LiveTopic[]): void {
  // Failures show where the data is shown.
  for (const topic of topics) void Promise.allSettled(shownBy[topic](api));
}

function countPages(data: unknown): number {
  return typeof data === "object" && data !== null && "pages" in data && Array.isArray(data.pages)
    ? data.pages.length
    : 0;
}
