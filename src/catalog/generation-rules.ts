/** What one press may ask for, and how much of it is done at once. */
export const generationRules = {
  /** Of one prompt. */
  maxPictures: 4,
  /** Of one press, over all the prompts that a pack or choices make of it. */
  maxPicturesPerPress: 32,
  maxPromptLength: 1000,
  /** Seeds are unsigned 32-bit numbers. */
  maxSeed: 4_294_967_295,
  creditsPerPicture: 1,
  /** The largest size has three to four times the pixels of a picture, and costs us as much more. */
  creditsPerUpscale: 2,
  /** Of one user, at once: the others wait in the queue. */
  picturesAtOnce: 4,
  /** Of everybody. */
  picturesAtOnceInAll: 20,
  /** Pictures of one user that wait or are being made. */
  maxQueued: 64,
} as const;
