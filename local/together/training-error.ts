/** A training that cannot go on, with the reason in a sentence. The vendor does not retry these. */
export class TrainingError extends Error {
  override readonly name = "TrainingError";
}
