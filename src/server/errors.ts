/** What can be expected to go wrong. */
export type FailureCode =
  | "NOT_FOUND"
  | "INVALID"
  | "NOT_READY"
  | "OUT_OF_CREDITS"
  | "PLAN_LIMIT"
  | "TOO_OFTEN"
  | "REFUSED"
  | "VENDOR_BUSY"
  | "VENDOR_UNAVAILABLE";

interface FailureOptions extends ErrorOptions {
  /** When asking again can help, where that is known. */
  retryAfterSeconds?: number;
}

/** Something expected went wrong. The message is a sentence for the user: what happened and what to do. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: FailureCode, message: string, options?: FailureOptions) {
    super(message, options);
    this.name = "Failure";
    this.code = code;
    this.retryAfterSeconds = options?.retryAfterSeconds;
  }
}
