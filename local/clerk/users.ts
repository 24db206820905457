import { formError, notFound } from "./errors";
import { newId } from "./ids";
import type { Instance } from "./instance";
import { backendUserJson } from "./resources/user";
import { endSessionsOf } from "./sessions";
import type { UserRecord } from "./state";

export type NewUser = Pick<UserRecord, "email"> &
  Partial<
    Pick<
      UserRecord,
      | "passwordHash"
      | "firstName"
      | "lastName"
      | "externalId"
      | "publicMetadata"
      | "privateMetadata"
      | "unsafeMetadata"
      | "createdAt"
    >
  >;

/** Adds a user and announces `user.created`. The address is normalized, and counts as verified. */
export function createUser(instance: Instance, { email, passwordHash = null, ...rest }: NewUser): UserRecord {
  const now = Date.now();
  const user: UserRecord = {
    id: newId("user"),
    email: normalizeEmail(email),
    emailId: newId("idn"),
    passwordHash,
    passwordUpdatedAt: passwordHash === null ? null : now,
    firstName: null,
    lastName: null,
    externalId: null,
    publicMetadata: {},
    privateMetadata: {},
    unsafeMetadata: {},
    image: null,
    lastSignInAt: null,
    lastActiveAt: now,
    createdAt: now,
    updatedAt: now,
    ...rest,
  };
  instance.store.state.users.set(user.id, user);
  instance.webhooks.send("user.created", backendUserJson(instance, user));
  instance.settings.log(`user ${user.id} created (${user.email})`);
  return user;
}

/** Changes a user and announces `user.updated`. */
export function updateUser(instance: Instance, user: UserRecord, changes: Partial<UserRecord>): void {
  Object.assign(user, changes, { updatedAt: Date.now() });
  instance.webhooks.send("user.updated", backendUserJson(instance, user));
}

/** Removes a user with all their sessions and sign-in tokens, and announces `user.deleted`. */
export function deleteUser(instance: Instance, { id }: UserRecord) {
  const { state } = instance.store;
  endSessionsOf(instance, id);
  for (const ticket of state.tickets.values()) {
    if (ticket.userId === id) state.tickets.delete(ticket.token);
  }
  state.users.delete(id);
  const deleted = { id, object: "user", deleted: true };
  instance.webhooks.send("user.deleted", deleted);
  instance.settings.log(`user ${id} deleted`);
  return deleted;
}

/** The user of an id. @throws ClerkError 404. */
export function requireUser({ store }: Instance, id: string): UserRecord {
  const user = store.state.users.get(id);
  if (!user) throw notFound("User");
  return user;
}

/** The user of an address, whatever its case. */
export function findByEmail({ store }: Instance, email: string): UserRecord | undefined {
  const wanted = normalizeEmail(email);
  return [...store.state.users.values()].find((user) => user.email === wanted);
}

/**
 * Normalizes an address that a new user wants.
 *
 * @throws ClerkError 422 form_param_format_invalid, or form_identifier_exists when another user has it.
 */
export function requireFreeEmail(instance: Instance, email: string): string {
  const normalized = normalizeEmail(email);
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(normalized)) {
    throw formError(
      "form_param_format_invalid",
      "email_address",
      "Email address must be a valid email address.",
    );
  }
  if (findByEmail(instance, normalized)) {
    throw formError(
      "form_identifier_exists",
      "email_address",
      "That email address is taken. Please try another.",
    );
  }
  return normalized;
}

/** @throws ClerkError 422 form_identifier_exists when another user than `ownId` has this external id. */
export function requireFreeExternalId(instance: Instance, externalId: string, ownId?: string): void {
  const holder = [...instance.store.state.users.values()].find((user) => user.externalId === externalId);
  if (!holder || holder.id === ownId) return;
  throw formError("form_identifier_exists", "external_id", "That external ID is taken. Please try another.");
}

function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}
