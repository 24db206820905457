import type { SubjectId } from "./subjects";

const people = [
  "on a quiet street in Lisbon at golden hour, linen shirt, relaxed smile",
  "in a sunlit library, reading by the window, wool sweater",
  "professional headshot, charcoal blazer, soft grey backdrop",
  "hiking above the clouds at sunrise, red jacket, wind in the hair",
  "at a small café table, rainy evening, neon reflections in the window",
  "walking through an autumn forest, long coat, leaves in the air",
  "on the deck of a sailing boat, bright sky, white shirt",
  "in a field of tall grass at dusk, gentle backlight",
] as const;

const pets = [
  "sitting in a sunny window, curtains moving in the wind",
  "running along a beach at low tide, splashes of water",
  "asleep on a stack of old books, warm lamp light",
  "in a flower meadow in spring, looking up",
  "as a small astronaut looking out over a blue planet",
  "in fresh snow at the edge of a forest",
] as const;

/** Prompts to start from, for a subject. */
export const promptSuggestions: Record<SubjectId, readonly string[]> = {
  woman: people,
  man: people,
  person: people,
  pet: pets,
};
