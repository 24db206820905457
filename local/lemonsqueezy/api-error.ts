/** A refusal as the API words it. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: 400 | 401 | 404 | 422;
  /** A JSON pointer to what is wrong with the request's body. */
  readonly pointer: string | undefined;

  constructor(status: ApiError["status"], detail: string, pointer?: string) {
    super(detail);
    this.status = status;
    this.pointer = pointer;
  }
}

const titles: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthenticated",
  404: "Not Found",
  422: "Unprocessable Entity",
  429: "Too Many Attempts.",
  500: "Server Error",
};

/** The body of an error, as JSON:API has it. */
export function describeError(status: number, detail: string, pointer?: string): object {
  const error = { detail, status: String(status), title: titles[status] ?? "Error" };
  return { jsonapi: { version: "1.0" }, errors: [{ ...error, ...(pointer && { source: { pointer } }) }] };
}
