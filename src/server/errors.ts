/** What can be expected to go wrong. */
export type FailureCode =
  | "NOT_FOUND"
  | "INVALID"
  | "NOT_READY"
  | "OUT_OF_CREDITS"
  | "PLAN_LIMIT"
  | "REFUSED"
  | "VENDOR_BUSY"
  | "VENDOR_UNAVAILABLE";

/** Something expected went wrong. The message is a sentence for the user: what happened and what to do. */
export class Failure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Failure";
    this.code = code;
  }
}
