/** Where a picture can be set. Each has a painter in `painters.ts`. */
export const places = [
  "studio",
  "wall",
  "window",
  "park",
  "garden",
  "street",
  "beach",
  "cafe",
  "autumn",
  "library",
  "city-night",
  "neon",
  "forest",
  "mountains",
  "snow",
  "office",
  "flowers",
  "space",
  "desert",
  "water",
] as const;

export type Place = (typeof places)[number];
