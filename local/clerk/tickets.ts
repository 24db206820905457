import { randomBytes } from "node:crypto";

import { formError } from "./errors";
import { newId } from "./ids";
import type { Instance } from "./instance";
import type { TicketRecord, UserRecord } from "./state";
import { requireUser } from "./users";

/** Makes a sign-in token for a user. */
export function createTicket({ store }: Instance, user: UserRecord, expiresInSeconds: number): TicketRecord {
  const now = Date.now();
  const ticket: TicketRecord = {
    id: newId("sit"),
    token: randomBytes(32).toString("base64url"),
    userId: user.id,
    status: "pending",
    expireAt: now + expiresInSeconds * 1000,
    createdAt: now,
    updatedAt: now,
  };
  store.state.tickets.set(ticket.token, ticket);
  return ticket;
}

/**
 * Uses a sign-in token up.
 *
 * @throws ClerkError 422 when it is unknown, used, revoked or too old.
 */
export function acceptTicket(instance: Instance, token: string): UserRecord {
  const ticket = instance.store.state.tickets.get(token);
  if (!ticket) throw refused("ticket_invalid_code", "The ticket is invalid.");
  if (ticket.status === "accepted") throw refused("ticket_already_used_code", "The ticket was already used.");
  if (ticket.status === "revoked") throw refused("ticket_revoked_code", "The ticket was revoked.");
  if (ticket.expireAt < Date.now()) throw refused("ticket_expired_code", "The ticket has expired.");
  ticket.status = "accepted";
  ticket.updatedAt = Date.now();
  return requireUser(instance, ticket.userId);
}

function refused(code: string, message: string) {
  return formError(code, "ticket", message);
}
