import { Hono } from "hono";
import * as z from "zod";

import { readJson } from "../backend-env";
import { formError, parseParams } from "../errors";
import type { Instance } from "../instance";
import { mergeMetadata } from "../merge-metadata";
import { hashPassword, isPassword, requireGoodPassword } from "../passwords";
import { removeImage } from "../profile-images";
import { backendUserJson } from "../resources/user";
import { endSessionsOf } from "../sessions";
import type { UserRecord } from "../state";
import {
  createUser,
  deleteUser,
  requireFreeEmail,
  requireFreeExternalId,
  requireUser,
  updateUser,
} from "../users";
import { listUsers, UserQuery } from "../list-users";

const Metadata = z.record(z.string(), z.unknown());
const AnyMetadata = z.strictObject({
  public_metadata: Metadata.nullish(),
  private_metadata: Metadata.nullish(),
  unsafe_metadata: Metadata.nullish(),
});
const Names = {
  first_name: z.string().max(256).nullish(),
  last_name: z.string().max(256).nullish(),
  external_id: z.string().min(1).nullish(),
};
const NewUserBody = z.strictObject({
  ...AnyMetadata.shape,
  ...Names,
  email_address: z.array(z.string()).max(1, "the local Clerk keeps one address per user").default([]),
  password: z.string().nullish(),
  skip_password_checks: z.boolean().nullish(),
  skip_password_requirement: z.boolean().nullish(),
  created_at: z.iso.datetime({ offset: true }).nullish(),
});
const ChangedUserBody = z.strictObject({
  ...Names,
  password: z.string().optional(),
  skip_password_checks: z.boolean().nullish(),
  sign_out_of_other_sessions: z.boolean().nullish(),
});
const PasswordBody = z.strictObject({ password: z.string() });

/** Users, for servers that hold the secret key. */
export function backendUserRoutes(instance: Instance): Hono {
  const json = (user: UserRecord) => backendUserJson(instance, user);

  const routes = new Hono();
  routes
    .get("/v1/users", (c) => {
      const query = parseParams(UserQuery, c.req.queries());
      return c.json(listUsers(instance, query).map(json));
    })
    .get("/v1/users/count", (c) => {
      const query = parseParams(UserQuery, c.req.queries());
      const everyone = { ...query, offset: 0, limit: Infinity };
      return c.json({ object: "total_count", total_count: listUsers(instance, everyone).length });
    })
    .post("/v1/users", async (c) => c.json(json(await addUser(instance, await readJson(c, NewUserBody)))))
    .get("/v1/users/:id", (c) => c.json(json(requireUser(instance, c.req.param("id")))))
    .patch("/v1/users/:id", async (c) => {
      const user = requireUser(instance, c.req.param("id"));
      await changeUser(instance, user, await readJson(c, ChangedUserBody));
      return c.json(json(user));
    })
    .on(["PATCH", "PUT"], "/v1/users/:id/metadata", async (c) => {
      const user = requireUser(instance, c.req.param("id"));
      const body = await readJson(c, AnyMetadata);
      const combine =
        c.req.method === "PATCH"
          ? mergeMetadata
          : (_: object, replacement: UserRecord["publicMetadata"]) => replacement;
      updateUser(instance, user, {
        ...(body.public_metadata && { publicMetadata: combine(user.publicMetadata, body.public_metadata) }),
        ...(body.private_metadata && {
          privateMetadata: combine(user.privateMetadata, body.private_metadata),
        }),
        ...(body.unsafe_metadata && { unsafeMetadata: combine(user.unsafeMetadata, body.unsafe_metadata) }),
      });
      return c.json(json(user));
    })
    .post("/v1/users/:id/verify_password", async (c) => {
      const user = requireUser(instance, c.req.param("id"));
      const { password } = await readJson(c, PasswordBody);
      if (await isPassword(password, user.passwordHash)) return c.json({ verified: true });
      throw formError("incorrect_password", "password", "The provided password is incorrect.");
    })
    .delete("/v1/users/:id", (c) => {
      const user = requireUser(instance, c.req.param("id"));
      removeImage(instance, user);
      return c.json(deleteUser(instance, user));
    });
  return routes;
}

async function addUser(instance: Instance, body: z.infer<typeof NewUserBody>): Promise<UserRecord> {
  const [address] = body.email_address;
  const lacksPassword = !body.password && !body.skip_password_requirement;
  if (address === undefined || lacksPassword) {
    const lacking = [
      ...(address === undefined ? ["email_address"] : []),
      ...(lacksPassword ? ["password"] : []),
    ];
    const message = `${JSON.stringify(lacking)} data doesn't match user requirements set for this instance`;
    throw formError("form_data_missing", lacking[0] ?? "", message);
  }
  const email = requireFreeEmail(instance, address);
  if (body.external_id) requireFreeExternalId(instance, body.external_id);
  if (body.password && !body.skip_password_checks) requireGoodPassword(body.password, "password");
  const passwordHash = body.password ? await hashPassword(body.password) : null;
  // Hashing took a while, in which the address may have gone to another.
  requireFreeEmail(instance, email);

  return createUser(instance, {
    email,
    passwordHash,
    firstName: body.first_name ?? null,
    lastName: body.last_name ?? null,
    externalId: body.external_id ?? null,
    publicMetadata: body.public_metadata ?? {},
    privateMetadata: body.private_metadata ?? {},
    unsafeMetadata: body.unsafe_metadata ?? {},
    ...(body.created_at && { createdAt: Date.parse(body.created_at) }),
  });
}

async function changeUser(
  instance: Instance,
  user: UserRecord,
  body: z.infer<typeof ChangedUserBody>,
): Promise<void> {
  if (body.external_id) requireFreeExternalId(instance, body.external_id, user.id);
  if (body.password !== undefined && !body.skip_password_checks)
    requireGoodPassword(body.password, "password");
  const passwordHash = body.password === undefined ? undefined : await hashPassword(body.password);
  updateUser(instance, user, {
    ...(body.first_name !== undefined && { firstName: body.first_name }),
    ...(body.last_name !== undefined && { lastName: body.last_name }),
    ...(body.external_id !== undefined && { externalId: body.external_id }),
    ...(passwordHash !== undefined && { passwordHash, passwordUpdatedAt: Date.now() }),
  });
  if (body.sign_out_of_other_sessions) endSessionsOf(instance, user.id);
}
