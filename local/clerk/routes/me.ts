import { Hono } from "hono";
import type { Context } from "hono";
import * as z from "zod";

import { formError, notFound } from "../errors";
import type { Instance } from "../instance";
import { JsonObjectField } from "../json-form";
import { mergeMetadata } from "../merge-metadata";
import { hashPassword, isPassword, requireGoodPassword } from "../passwords";
import { removeImage, saveImage } from "../profile-images";
import { activeSessionJson, sessionJson } from "../resources/session";
import { userJson } from "../resources/user";
import { endSession, endSessionsOf, liveSessions } from "../sessions";
import type { UserRecord } from "../state";
import { deleteUser, updateUser } from "../users";
import { readForm, requireSession, wrapped } from "../visit";
import type { FrontendEnv } from "../visit";

const NamesForm = z.object({
  first_name: z.string().max(256).optional(),
  last_name: z.string().max(256).optional(),
});
const MetadataForm = z.object({ unsafe_metadata: JsonObjectField });
const PasswordForm = z.object({
  current_password: z.string().optional(),
  new_password: z.string(),
  sign_out_of_other_sessions: z.stringbool().optional(),
});
const ImageForm = z.object({ file: z.instanceof(File) });

/** What `<UserProfile />` shows and changes. */
export function meRoutes(instance: Instance): Hono<FrontendEnv> {
  const answer = (c: Context<FrontendEnv>, user: UserRecord) =>
    c.json(wrapped(instance, c.var.visit, userJson(instance, user, c.var.visit.origin)));

  const routes = new Hono<FrontendEnv>();
  routes
    .get("/v1/me", (c) => answer(c, requireSession(instance, c.var.visit).user))
    .patch("/v1/me", async (c) => {
      const { user } = requireSession(instance, c.var.visit);
      const { first_name: firstName, last_name: lastName } = await readForm(c, NamesForm);
      updateUser(instance, user, {
        ...(firstName !== undefined && { firstName: firstName || null }),
        ...(lastName !== undefined && { lastName: lastName || null }),
      });
      return answer(c, user);
    })
    .delete("/v1/me", (c) => {
      const { user } = requireSession(instance, c.var.visit);
      removeImage(instance, user);
      return c.json(wrapped(instance, c.var.visit, deleteUser(instance, user)));
    })
    .patch("/v1/me/metadata", async (c) => {
      const { user } = requireSession(instance, c.var.visit);
      const { unsafe_metadata: patch } = await readForm(c, MetadataForm);
      updateUser(instance, user, { unsafeMetadata: mergeMetadata(user.unsafeMetadata, patch) });
      return answer(c, user);
    })
    .post("/v1/me/change_password", async (c) => {
      const { user, session } = requireSession(instance, c.var.visit);
      const form = await readForm(c, PasswordForm);
      const mayChange =
        user.passwordHash === null || (await isPassword(form.current_password ?? "", user.passwordHash));
      if (!mayChange) {
        throw formError("form_password_incorrect", "current_password", "Password is incorrect. Try again.");
      }
      requireGoodPassword(form.new_password, "new_password");
      const passwordHash = await hashPassword(form.new_password);
      updateUser(instance, user, { passwordHash, passwordUpdatedAt: Date.now() });
      if (form.sign_out_of_other_sessions) endSessionsOf(instance, user.id, session.id);
      return answer(c, user);
    })
    .post("/v1/me/profile_image", async (c) => {
      const { user } = requireSession(instance, c.var.visit);
      const { file } = await readForm(c, ImageForm);
      const name = saveImage(instance, new Uint8Array(await file.arrayBuffer()));
      removeImage(instance, user);
      updateUser(instance, user, { image: name });
      const { image_url: publicUrl } = userJson(instance, user, c.var.visit.origin);
      const image = { object: "image", id: name, name: file.name, public_url: publicUrl };
      return c.json(wrapped(instance, c.var.visit, image));
    })
    .delete("/v1/me/profile_image", (c) => {
      const { user } = requireSession(instance, c.var.visit);
      const id = user.image ?? "";
      removeImage(instance, user);
      updateUser(instance, user, { image: null });
      return c.json(wrapped(instance, c.var.visit, { object: "image", id, deleted: true }));
    })
    .get("/v1/me/sessions/active", (c) => {
      const { user } = requireSession(instance, c.var.visit);
      const own = liveSessions(instance).filter(({ session }) => session.userId === user.id);
      return c.json(own.map(({ session }) => activeSessionJson(session)));
    })
    .post("/v1/me/sessions/:id/revoke", (c) => {
      const { visit } = c.var;
      const { user } = requireSession(instance, visit);
      const found = liveSessions(instance).find(({ session }) => session.id === c.req.param("id"));
      if (found?.session.userId !== user.id) throw notFound("Session");
      const revoked = sessionJson(instance, found.session, { origin: visit.origin, status: "revoked" });
      endSession(found.client);
      return c.json(wrapped(instance, visit, revoked));
    });
  return routes;
}
