import { Hono } from "hono";
import * as z from "zod";

import { codeNotSent, requireSignedOut, requireTestCode } from "../attempts";
import { formError, notFound } from "../errors";
import { newId } from "../ids";
import type { Instance } from "../instance";
import { hashPassword, isPassword, requireGoodPassword } from "../passwords";
import { signInJson } from "../resources/sign-in";
import { endSessionsOf, startSession } from "../sessions";
import type { ClientRecord, SignInRecord, UserRecord } from "../state";
import { acceptTicket } from "../tickets";
import { findByEmail, requireUser, updateUser } from "../users";
import { knownClient, readForm, wrapped } from "../visit";
import type { FrontendEnv, Visit } from "../visit";

const DAY_MS = 86_400_000;

const codeStrategies = ["email_code", "reset_password_email_code"] as const;
const CreateForm = z.object({
  strategy: z.string().optional(),
  identifier: z.string().optional(),
  password: z.string().optional(),
  ticket: z.string().optional(),
});
const PrepareForm = z.object({ strategy: z.enum(codeStrategies) });
const AttemptForm = z.discriminatedUnion("strategy", [
  z.object({ strategy: z.literal("password"), password: z.string() }),
  z.object({ strategy: z.enum(codeStrategies), code: z.string() }),
]);
const ResetForm = z.object({ password: z.string(), sign_out_of_other_sessions: z.stringbool().optional() });

/** Signing in: by password, by e-mailed code, by a forgotten password's code, or by a ticket. */
export function signInRoutes(instance: Instance): Hono<FrontendEnv> {
  const own = (visit: Visit, id: string) => {
    const { client } = visit;
    if (client?.signIn?.id !== id) throw notFound("Sign-in");
    return { client, signIn: client.signIn };
  };
  const ownUser = (signIn: SignInRecord) => requireUser(instance, signIn.userId ?? "");
  const answer = (visit: Visit, signIn: SignInRecord) =>
    wrapped(instance, visit, signInJson(instance, signIn, visit.origin));

  const routes = new Hono<FrontendEnv>();
  routes
    .post("/v1/client/sign_ins", async (c) => {
      const { visit } = c.var;
      const form = await readForm(c, CreateForm);
      const client = knownClient(instance, visit);
      requireSignedOut(client);
      const signIn = emptySignIn();
      client.signIn = signIn;

      if (form.strategy === "ticket") {
        const user = acceptTicket(instance, form.ticket ?? "");
        signIn.userId = user.id;
        finish(client, signIn, { user, visit });
        return c.json(answer(visit, signIn));
      }
      if (form.identifier === undefined) return c.json(answer(visit, signIn));

      const user = identify(instance, form.identifier);
      signIn.userId = user.id;
      signIn.status = "needs_first_factor";
      if (form.strategy === "email_code") prepare(instance, signIn, "email_code");
      if (form.password !== undefined) {
        await requirePassword(user, form.password);
        finish(client, signIn, { user, visit });
      }
      return c.json(answer(visit, signIn));
    })
    .get("/v1/client/sign_ins/:id", (c) => {
      const { signIn } = own(c.var.visit, c.req.param("id"));
      return c.json(answer(c.var.visit, signIn));
    })
    .post("/v1/client/sign_ins/:id/prepare_first_factor", async (c) => {
      const { signIn } = own(c.var.visit, c.req.param("id"));
      const { strategy } = await readForm(c, PrepareForm);
      prepare(instance, signIn, strategy);
      return c.json(answer(c.var.visit, signIn));
    })
    .post("/v1/client/sign_ins/:id/attempt_first_factor", async (c) => {
      const { visit } = c.var;
      const { client, signIn } = own(visit, c.req.param("id"));
      const form = await readForm(c, AttemptForm);
      const user = ownUser(signIn);
      if (form.strategy === "password") await requirePassword(user, form.password);
      else requirePreparedCode(signIn, form);

      if (form.strategy === "reset_password_email_code") signIn.status = "needs_new_password";
      else finish(client, signIn, { user, visit });
      return c.json(answer(visit, signIn));
    })
    .post("/v1/client/sign_ins/:id/reset_password", async (c) => {
      const { visit } = c.var;
      const { client, signIn } = own(visit, c.req.param("id"));
      const form = await readForm(c, ResetForm);
      if (signIn.status !== "needs_new_password") throw codeNotSent();
      requireGoodPassword(form.password, "password");
      const user = ownUser(signIn);
      const passwordHash = await hashPassword(form.password);
      updateUser(instance, user, { passwordHash, passwordUpdatedAt: Date.now() });
      if (form.sign_out_of_other_sessions) endSessionsOf(instance, user.id);
      finish(client, signIn, { user, visit });
      return c.json(answer(visit, signIn));
    });
  return routes;
}

function emptySignIn(): SignInRecord {
  return {
    id: newId("sia"),
    status: "needs_identifier",
    userId: null,
    prepared: null,
    codeAttempts: 0,
    createdSessionId: null,
    abandonAt: Date.now() + DAY_MS,
  };
}

function identify(instance: Instance, identifier: string): UserRecord {
  const user = findByEmail(instance, identifier);
  if (!user) throw formError("form_identifier_not_found", "identifier", "Couldn't find your account.");
  return user;
}

function prepare(instance: Instance, signIn: SignInRecord, strategy: (typeof codeStrategies)[number]): void {
  const user = requireUser(instance, signIn.userId ?? "");
  signIn.prepared = strategy;
  signIn.codeAttempts = 0;
  instance.settings.log(`code for ${user.email}: 424242`);
}

async function requirePassword(user: UserRecord, password: string): Promise<void> {
  if (await isPassword(password, user.passwordHash)) return;
  const message = "Password is incorrect. Try again, or use another method.";
  throw formError("form_password_incorrect", "password", message);
}

function requirePreparedCode(
  signIn: SignInRecord,
  { strategy, code }: { strategy: string; code: string },
): void {
  if (signIn.prepared !== strategy) throw codeNotSent();
  requireTestCode(signIn, code);
}

function finish(
  client: ClientRecord,
  signIn: SignInRecord,
  { user, visit }: { user: UserRecord; visit: Visit },
): void {
  signIn.status = "complete";
  signIn.createdSessionId = startSession(client, user, visit.userAgent).id;
  client.signIn = null;
}
