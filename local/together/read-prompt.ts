import { createRandom } from "../photos/random";
import type { Place } from "../photos/scenes/places";

/** How a picture is graded, after the style words of its prompt. */
export type Look =
  "natural" | "cinematic" | "painted" | "studio" | "monochrome" | "fantasy" | "anime" | "vintage";

// In order: the first that matches wins, so the more telling words come first.
const placeWords: readonly (readonly [RegExp, Place])[] = [
  [/\b(space|galax\w*|stars|nebula|planet\w*|astronaut|cosmic|moon)\b/, "space"],
  [/\b(neon|cyberpunk|arcade|synthwave|tokyo)\b/, "neon"],
  [/\b(underwater|ocean floor|swimming|pool|mermaid|diving)\b/, "water"],
  [
    /\b(city|skyline|rooftop|downtown|manhattan)\b.*\b(night|evening|dusk)\b|\b(night|evening|dusk)\b.*\b(city|skyline|street|rooftop)\b/,
    "city-night",
  ],
  [/\b(autumn|fall leaves|october|maple)\b/, "autumn"],
  [/\b(snow\w*|winter|ski(?:s|ing|er|ers)?|arctic|christmas)\b/, "snow"],
  [/\b(mountain\w*|alps|summit|hik\w*|peak\w*|cliff\w*)\b/, "mountains"],
  [/\b(desert|dune\w*|sahara|canyon|mars)\b/, "desert"],
  [/\b(beach|sea|seaside|ocean|coast|surf\w*|island|sunset)\b/, "beach"],
  [/\b(forest|woods|jungle|trees|enchanted|elf|elven|fairy)\b/, "forest"],
  [/\b(flower\w*|meadow|tulip\w*|lavender|sunflower\w*|spring)\b/, "flowers"],
  [/\b(garden|botanical|greenhouse|roses)\b/, "garden"],
  [/\b(caf[eé]|coffee|restaurant|bar|bistro|pub)\b/, "cafe"],
  [/\b(library|books|bookshop|scholar|study)\b/, "library"],
  [/\b(office|headshot|linkedin|business|corporate|meeting|ceo)\b/, "office"],
  [/\b(park|picnic|lawn)\b/, "park"],
  [/\b(window|loft|home|bedroom|kitchen|living room)\b/, "window"],
  [/\b(street|city|town|alley|market|paris|london|new york|rome)\b/, "street"],
  [/\b(wall|minimal\w*|plain)\b/, "wall"],
  [/\b(studio|backdrop|portrait)\b/, "studio"],
];

const lookWords: readonly (readonly [RegExp, Look])[] = [
  [/\b(black[ -]and[ -]white|monochrome|b&w|noir|greyscale|grayscale)\b/, "monochrome"],
  [/\b(anime|manga|cel[ -]shad\w*|cartoon|comic)\b/, "anime"],
  [/\b(vintage|analog\w*|35 ?mm|kodak|polaroid|film grain|retro|1970s|70s)\b/, "vintage"],
  [/\b(fantasy|magical|ethereal|enchanted|mythic\w*|fairytale)\b/, "fantasy"],
  [
    /\b(oil paint\w*|painting|painterly|watercolou?r|artistic|impressionis\w*|brush\w*|illustration)\b/,
    "painted",
  ],
  [/\b(cinematic|movie|anamorphic|film still|blockbuster)\b/, "cinematic"],
  [/\b(studio|softbox|headshot|backdrop)\b/, "studio"],
];

const somewhere: Record<Look, readonly [Place, ...Place[]]> = {
  natural: ["park", "window", "street", "wall", "cafe", "garden", "beach"],
  cinematic: ["city-night", "street", "mountains", "desert", "cafe"],
  painted: ["garden", "flowers", "autumn", "window"],
  studio: ["studio"],
  monochrome: ["studio", "street", "wall", "window"],
  fantasy: ["forest", "space", "flowers", "mountains"],
  anime: ["flowers", "beach", "city-night", "park"],
  vintage: ["beach", "street", "cafe", "desert", "park"],
};

/** Where a prompt plays and how it is to look: by its words, and by its hash where it says nothing. */
export function readPrompt(prompt: string): { place: Place; look: Look } {
  const lower = prompt.toLowerCase();
  const look = lookWords.find(([words]) => words.test(lower))?.[1] ?? "natural";
  const named = placeWords.find(([words]) => words.test(lower))?.[1];
  // "Studio" and "portrait" are style words as often as places: somewhere else in the prompt may say more.
  return { look, place: named ?? createRandom(`place ${lower}`).pick(somewhere[look]) };
}
