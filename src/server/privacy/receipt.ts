import * as z from "zod";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Instant = z.iso.datetime();

/** What an erasure's receipt says: counts and hashes, no names. */
export const Receipt = z.strictObject({
  format: z.literal("likeness-erasure-receipt/1"),
  id: z.uuid(),
  scope: z.enum(["account", "model"]),
  /** SHA-256 of the account's id: whoever knows the id can tell that it was theirs. */
  subjectHash: Hash,
  requestedBy: z.enum(["user", "clerk"]),
  requestedAt: Instant,
  finishedAt: Instant,
  /** Rows that were deleted from our database, by table. */
  rows: z.record(z.string(), z.int().nonnegative()),
  confirmations: z.array(
    z.strictObject({
      provider: z.enum(["UploadThing", "Together AI", "Clerk", "Lemon Squeezy"]),
      what: z.string(),
      count: z.int().nonnegative(),
      /** SHA-256 of the keys or ids under which the provider held them. */
      keyHashes: z.array(Hash),
      confirmedAt: Instant,
      remarks: z.array(z.string()),
    }),
  ),
  /** What stays, and why. */
  kept: z.array(z.strictObject({ what: z.string(), count: z.int().positive(), why: z.string() })),
});
export type Receipt = z.infer<typeof Receipt>;

/** A receipt with our signature over its canonical JSON. */
export const SignedReceipt = z.strictObject({
  receipt: Receipt,
  signature: z.strictObject({
    algorithm: z.literal("Ed25519"),
    /** The public key, raw, hex. */
    publicKey: Hash,
    /** Of the receipt as canonical JSON in UTF-8: keys sorted, no spaces. Hex, lower case. */
    value: z.string().regex(/^[0-9a-f]{128}$/),
  }),
});
export type SignedReceipt = z.infer<typeof SignedReceipt>;

/** JSON with sorted keys and no spaces: the same bytes for the same content, as RFC 8785 has it for what receipts hold. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}
