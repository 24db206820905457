/** Why a press did nothing, on a line of its own among buttons that wrap. What never reached the server says so. */
export function FailureLine({ error }: { error: { message: string; data?: unknown } | null }) {
  if (!error) return null;
  return (
    <p role="alert" className="basis-full text-sm text-danger">
      {failureInWords(error)}
    </p>
  );
}

/** A failed call in a sentence for the user. */
export function failureInWords(error: { message: string; data?: unknown }): string {
  if (error.data) return error.message;
  return "The server could not be reached. Check your connection and try again.";
}
