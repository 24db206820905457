import * as z from "zod";

const Token = z.object({
  apiKey: z.string().startsWith("sk_"),
  appId: z.string().regex(/^[\w-]+$/),
  regions: z.tuple([z.string()], z.string()),
  ingestHost: z.string().optional(),
});
export type Token = z.infer<typeof Token>;

/** Reads an `UPLOADTHING_TOKEN`. @throws when it is not one. */
export function readToken(text: string): Token {
  return Token.parse(JSON.parse(Buffer.from(text, "base64").toString("utf8")));
}

/** Makes the `UPLOADTHING_TOKEN` of a local app; `apiKey` starts with `sk_`. */
export function writeToken({ apiKey, appId }: { apiKey: string; appId: string }): string {
  const token: Token = { apiKey, appId, regions: ["local"], ingestHost: "ingest.localhost" };
  return Buffer.from(JSON.stringify(token)).toString("base64");
}
