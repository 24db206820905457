interface ErrorDetails {
  type?: string;
  param?: string;
  code?: string;
  cause?: unknown;
}

/** A refusal in the vendor's words; `toBody` of a route writes it to the wire. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly type: string;
  readonly param: string | undefined;
  readonly code: string | undefined;

  constructor(status: number, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.status = status;
    this.type = details.type ?? "invalid_request_error";
    this.param = details.param;
    this.code = details.code;
  }
}

/** The body of a failed call outside the queue: `ErrorData` of the vendor's OpenAPI file. */
export function toErrorData(error: ApiError) {
  return {
    error: { message: error.message, type: error.type, param: error.param ?? null, code: error.code ?? null },
  };
}

/** The body of a failed queue call: `QueueError`, flat, and without keys that have no value. */
export function toQueueError(error: ApiError) {
  return {
    message: error.message,
    type: error.type,
    ...(error.param === undefined ? {} : { param: error.param }),
    code: error.code ?? "invalid_request",
  };
}
