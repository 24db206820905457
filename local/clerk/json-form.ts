import * as z from "zod";

/** A form field that holds a JSON object, as metadata does in the frontend API. */
export const JsonObjectField = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue("it is not JSON");
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.unknown()));
