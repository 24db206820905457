import { TRPCClientError } from "@trpc/client";
import { toast } from "~/components/ui/toast";

/** Tells the user that something did not happen, and why: in the server's words when it answered. */
export function sayFailure(title: string, error: unknown): void {
  toast.error(title, { description: reasonOf(error) });
}

/** The server's sentence, or that it could not be reached. */
export function reasonOf(error: unknown): string {
  const answered = error instanceof TRPCClientError && error.data !== undefined && error.data !== null;
  return answered ? error.message : "We could not be reached. Check your connection and try again.";
}
