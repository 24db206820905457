import * as z from "zod";

/** Times are epoch milliseconds, as in Clerk's JSON. */
const Instant = z.number().int();
const Metadata = z.record(z.string(), z.unknown());

const UserRecord = z.object({
  id: z.string(),
  email: z.string(),
  emailId: z.string(),
  passwordHash: z.string().nullable(),
  passwordUpdatedAt: Instant.nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  externalId: z.string().nullable(),
  publicMetadata: Metadata,
  privateMetadata: Metadata,
  unsafeMetadata: Metadata,
  /** The name of the uploaded picture's file; null for a letter on a disc. */
  image: z.string().nullable(),
  lastSignInAt: Instant.nullable(),
  lastActiveAt: Instant,
  createdAt: Instant,
  updatedAt: Instant,
});
export type UserRecord = z.infer<typeof UserRecord>;

const SessionRecord = z.object({
  id: z.string(),
  userId: z.string(),
  userAgent: z.string(),
  lastActiveAt: Instant,
  expireAt: Instant,
  createdAt: Instant,
});
export type SessionRecord = z.infer<typeof SessionRecord>;

const SignUpRecord = z.object({
  id: z.string(),
  email: z.string().nullable(),
  emailVerified: z.boolean(),
  passwordHash: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  unsafeMetadata: Metadata,
  codeSent: z.boolean(),
  codeAttempts: z.number().int(),
  createdUserId: z.string().nullable(),
  createdSessionId: z.string().nullable(),
  abandonAt: Instant,
});
export type SignUpRecord = z.infer<typeof SignUpRecord>;

const SignInRecord = z.object({
  id: z.string(),
  status: z.enum(["needs_identifier", "needs_first_factor", "needs_new_password", "complete"]),
  userId: z.string().nullable(),
  /** The strategy whose code was last "sent". */
  prepared: z.enum(["email_code", "reset_password_email_code"]).nullable(),
  codeAttempts: z.number().int(),
  createdSessionId: z.string().nullable(),
  abandonAt: Instant,
});
export type SignInRecord = z.infer<typeof SignInRecord>;

const ClientRecord = z.object({
  id: z.string(),
  session: SessionRecord.nullable(),
  signUp: SignUpRecord.nullable(),
  signIn: SignInRecord.nullable(),
  createdAt: Instant,
  /** When its session last began or ended: what `__client_uat` tells. */
  updatedAt: Instant,
});
/** One browser. It holds at most one session: the instance is in single-session mode. */
export type ClientRecord = z.infer<typeof ClientRecord>;

const TicketRecord = z.object({
  id: z.string(),
  token: z.string(),
  userId: z.string(),
  status: z.enum(["pending", "accepted", "revoked"]),
  expireAt: Instant,
  createdAt: Instant,
  updatedAt: Instant,
});
/** A sign-in token: whoever holds it signs in as the user, once. */
export type TicketRecord = z.infer<typeof TicketRecord>;

const DeliveryRecord = z.object({
  id: z.string(),
  type: z.string(),
  body: z.string(),
  attempts: z.number().int(),
  /** 2 when a fault asked for a duplicate. */
  copies: z.number().int(),
  dueAt: Instant,
});
/** A webhook message that nobody has answered with success yet. */
export type DeliveryRecord = z.infer<typeof DeliveryRecord>;

/** The state as a file holds it: lists, made into tables by what each is looked up by. */
export const StoredState = z.object({
  users: z.array(UserRecord),
  clients: z.array(ClientRecord),
  tickets: z.array(TicketRecord),
  deliveries: z.array(DeliveryRecord),
});
export type StoredState = z.infer<typeof StoredState>;

/** All the local Clerk remembers, by id; sign-in tokens by the token itself. */
export interface State {
  users: Map<string, UserRecord>;
  clients: Map<string, ClientRecord>;
  tickets: Map<string, TicketRecord>;
  deliveries: Map<string, DeliveryRecord>;
}
