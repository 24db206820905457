/**
 * What the user is told of a step that failed for good: our own sentence when it was a Failure, `otherwise` for a surprise.
 * The name is read, not the class: an error has travelled through Inngest as JSON, of which name and message are sure to survive.
 */
export function reasonOf(error: Error, otherwise: string): string {
  return error.name === "Failure" ? error.message : otherwise;
}
