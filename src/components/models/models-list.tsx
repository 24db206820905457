"use client";

import { UserRoundPlus } from "lucide-react";

import { EmptyState } from "~/components/ui/empty-state";
import { trpc } from "~/trpc/react";

import { CouldNotLoad } from "./could-not-load";
import { DraftCard } from "./draft-card";
import { ModelCard } from "./model-card";
import { ModelsSkeleton } from "./models-skeleton";
import { NewModelButton } from "./new-model-button";
import { useDraft } from "./use-draft";

/** Everything the user has: the draft first, then the models. */
export function ModelsList() {
  const draft = useDraft();
  const list = trpc.models.list.useQuery();

  const failed = [list, draft].find((query) => query.isError && query.data === undefined);
  if (failed) {
    return (
      <CouldNotLoad
        what="Your models"
        error={failed.error.message}
        onRetry={() => Promise.all([list.refetch(), draft.refetch()])}
      />
    );
  }
  if (!list.data || draft.data === undefined) return <ModelsSkeleton />;

  if (list.data.length === 0 && draft.data === null) {
    return (
      <EmptyState
        icon={<UserRoundPlus />}
        title="No models yet"
        description="A model learns what you look like from 10 to 20 photos. Then it can show you anywhere, in any style."
        action={<NewModelButton words="Make your first model" size="lg" />}
      />
    );
  }
  return (
    <div className="grid gap-4 sm:gap-6">
      {draft.data && <DraftCard draft={draft.data} />}
      <ul className="grid gap-4 sm:grid-cols-2 sm:gap-6 lg:grid-cols-3" aria-label="Models">
        {list.data.map((model) => (
          <li key={model.id}>
            <ModelCard model={model} />
          </li>
        ))}
      </ul>
    </div>
  );
}
