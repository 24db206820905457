/** How a fine-tuned model is trained: what goes to the trainer with the photos. */
export const trainingRecipe = {
  base: "black-forest-labs/FLUX.2-dev",
  stepsPerPhoto: 100,
  minSteps: 1000,
  maxSteps: 2000,
  rank: 16,
  learningRate: 1e-4,
  resolutions: [512, 768, 1024],
  captionDropout: 0.05,
} as const;

/** Training steps for a set of `photoCount` photos. */
export function trainingSteps(photoCount: number): number {
  const { stepsPerPhoto, minSteps, maxSteps } = trainingRecipe;
  return Math.min(maxSteps, Math.max(minSteps, photoCount * stepsPerPhoto));
}
