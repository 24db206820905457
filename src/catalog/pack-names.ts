export const packIds = ["headshots", "dating", "travel", "seasons", "editorial", "fantasy"] as const;
export type PackId = (typeof packIds)[number];

/** Apart from the packs themselves, whose prompts only those need who open them. */
export const packNames: Record<PackId, string> = {
  headshots: "Professional headshots",
  dating: "Dating",
  travel: "Travel",
  seasons: "Seasons",
  editorial: "Editorial",
  fantasy: "Fantasy",
};
