"use client";

import { deletedModels, noModel } from "~/catalog/gallery-rules";
import { styleIds, styles } from "~/catalog/styles";
import { trpc } from "~/trpc/react";

export interface Option {
  value: string;
  name: string;
}

/** What pictures can be told apart by: the user's models, and the styles. */
export function useFilterOptions(): { models: Option[]; styles: Option[] } {
  const { data = [] } = trpc.models.list.useQuery();
  return {
    models: [
      ...data.map(({ id, name }) => ({ value: id, name })),
      { value: noModel, name: "No model" },
      { value: deletedModels, name: "Deleted models" },
    ],
    styles: styleIds.map((id) => ({ value: id, name: styles[id].name })),
  };
}
