import * as z from "zod";

import type { Instance } from "./instance";
import type { UserRecord } from "./state";

const orders = {
  created_at: (user: UserRecord) => user.createdAt,
  updated_at: (user: UserRecord) => user.updatedAt,
  last_sign_in_at: (user: UserRecord) => user.lastSignInAt ?? 0,
  last_active_at: (user: UserRecord) => user.lastActiveAt,
  email_address: (user: UserRecord) => user.email,
  first_name: (user: UserRecord) => user.firstName ?? "",
  last_name: (user: UserRecord) => user.lastName ?? "",
};

const Order = z.enum(Object.keys(orders) as (keyof typeof orders)[]); // exactly its keys

/** A parameter given once, among all that may be given more often. */
function once<Schema extends z.ZodType>(schema: Schema) {
  return z
    .array(z.string())
    .max(1)
    .transform(([only]): unknown => only)
    .pipe(schema);
}

/** The query of `GET /v1/users`: each filter any number of times; newest first unless `order_by` says else. */
export const UserQuery = z.object({
  email_address: z.array(z.string()).optional(),
  user_id: z.array(z.string()).optional(),
  external_id: z.array(z.string()).optional(),
  query: once(z.string()).optional(),
  limit: once(z.coerce.number().int().min(1).max(500)).default(10),
  offset: once(z.coerce.number().int().min(0)).default(0),
  order_by: once(z.string().regex(/^[+-]?\w+$/)).default("-created_at"),
});

/** The users that match every filter, in order, `limit` of them from `offset` on. */
export function listUsers({ store }: Instance, query: z.infer<typeof UserQuery>): UserRecord[] {
  const emails = query.email_address?.map((email) => email.toLowerCase());
  const text = query.query?.toLowerCase();
  const matching = [...store.state.users.values()].filter(
    (user) =>
      (!emails || emails.includes(user.email)) &&
      (!query.user_id || query.user_id.includes(user.id)) &&
      (!query.external_id || (user.externalId !== null && query.external_id.includes(user.externalId))) &&
      (!text ||
        `${user.id} ${user.email} ${user.firstName ?? ""} ${user.lastName ?? ""}`
          .toLowerCase()
          .includes(text)),
  );

  const order = Order.catch("created_at").parse(query.order_by.replace(/^[+-]/, ""));
  const direction = query.order_by.startsWith("-") ? -1 : 1;
  const sortKey = orders[order];
  matching.sort((a, b) => (sortKey(a) < sortKey(b) ? -direction : sortKey(a) > sortKey(b) ? direction : 0));
  return matching.slice(query.offset, query.offset + query.limit);
}
