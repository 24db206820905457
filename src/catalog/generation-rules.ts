/** What one generation may ask for. */
export const generationRules = {
  maxPictures: 4,
  maxPromptLength: 1000,
  /** Seeds are unsigned 32-bit numbers. */
  maxSeed: 4_294_967_295,
  creditsPerPicture: 1,
} as const;
