import * as z from "zod";

/** The only shape of key that ever becomes part of a path. */
export const FileKey = z.string().regex(/^[\w-]{8,200}$/);

export const Acl = z.enum(["public-read", "private"]);

/** What an upload's PUT is answered with once the app was told of it: what `onUploadComplete` returned, or why it could not be told. */
export const CallbackResult = z.union([
  z.object({ error: z.string() }),
  z.object({ serverData: z.unknown() }),
]);
export type CallbackResult = z.infer<typeof CallbackResult>;

/** What a presigned URL says about the file to come. */
export const Ticket = z.object({
  key: FileKey,
  name: z.string().min(1),
  sizeBytes: z.number().int().nonnegative(),
  /** As the browser declared it; never sniffed. */
  type: z.string(),
  customId: z.string().min(1).nullable(),
  disposition: z.enum(["inline", "attachment"]),
  acl: Acl,
  /** The file route it came through; null for an upload by a server, which gets no callback. */
  slug: z.string().nullable(),
});
export type Ticket = z.infer<typeof Ticket>;

/** One file as kept beside its bytes. */
export const FileRecord = Ticket.extend({
  status: z.enum(["Uploading", "Uploaded"]),
  /** Milliseconds since 1970; while uploading, when the first byte came. */
  uploadedAt: z.number(),
  /** Hex; null until the last byte is in. */
  md5: z.string().nullable(),
  callback: z.enum(["none", "pending", "delivered", "refused"]),
  result: CallbackResult.nullable(),
});
export type FileRecord = z.infer<typeof FileRecord>;

/** What the app registers for the files it is about to receive, one per key. */
export const Registration = z.object({
  metadata: z.record(z.string(), z.unknown()),
  callbackUrl: z.url(),
  callbackSlug: z.string(),
  awaitServerData: z.boolean(),
  registeredAt: z.number(),
});
export type Registration = z.infer<typeof Registration>;
