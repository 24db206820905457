import { listFacts } from "./list-facts";
import type { OpenedPicture } from "./list-facts";

export interface ComparedFact {
  name: string;
  /** One a picture, in their order. */
  values: string[];
  differs: boolean;
}

/** What pictures were made with, side by side: the seed and the prompt first, as they explain most. */
export function compareFacts(pictures: OpenedPicture[]): ComparedFact[] {
  const [first] = pictures;
  if (!first) return [];
  const columns = pictures.map(
    (picture) => new Map<string, string | number | null>([["Prompt", picture.prompt], ...listFacts(picture)]),
  );
  const names = ["Seed", "Prompt", ...listFacts(first).map(([name]) => name)];
  return [...new Set(names)].flatMap((name) => {
    const values = columns.map((facts) => String(facts.get(name) ?? "Set by the FLUX model"));
    const isSaid = columns.some((facts) => facts.get(name) != null);
    return isSaid ? [{ name, values, differs: new Set(values).size > 1 }] : [];
  });
}
