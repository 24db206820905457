import { Hono } from "hono";
import * as z from "zod";

import { codeNotSent, requireSignedOut, requireTestCode } from "../attempts";
import { formError, notFound } from "../errors";
import { newId } from "../ids";
import type { Instance } from "../instance";
import { JsonObjectField } from "../json-form";
import { hashPassword, requireGoodPassword } from "../passwords";
import { lackingFields, signUpJson } from "../resources/sign-up";
import { startSession } from "../sessions";
import type { ClientRecord, SignUpRecord } from "../state";
import { createUser, requireFreeEmail } from "../users";
import { knownClient, readForm, wrapped } from "../visit";
import type { FrontendEnv, Visit } from "../visit";

const DAY_MS = 86_400_000;

const SignUpForm = z.object({
  email_address: z.string().optional(),
  password: z.string().optional(),
  first_name: z.string().max(256).optional(),
  last_name: z.string().max(256).optional(),
  unsafe_metadata: JsonObjectField.optional(),
});
const CodeForm = z.object({ strategy: z.literal("email_code"), code: z.string() });

/** Making an account: address and password, then a code where one is wanted. The code is always 424242. */
export function signUpRoutes(instance: Instance): Hono<FrontendEnv> {
  const own = (visit: Visit, id: string) => {
    const { client } = visit;
    if (client?.signUp?.id !== id) throw notFound("Sign-up");
    return { client, signUp: client.signUp };
  };

  const routes = new Hono<FrontendEnv>();
  routes
    .post("/v1/client/sign_ups", async (c) => {
      const { visit } = c.var;
      const form = await readForm(c, SignUpForm);
      const client = knownClient(instance, visit);
      requireSignedOut(client);
      client.signUp = emptySignUp();
      await fillIn(instance, client.signUp, form);
      return c.json(wrapped(instance, visit, complete(instance, client, visit)));
    })
    .get("/v1/client/sign_ups/:id", (c) => {
      const { signUp } = own(c.var.visit, c.req.param("id"));
      return c.json(wrapped(instance, c.var.visit, signUpJson(instance, signUp)));
    })
    .patch("/v1/client/sign_ups/:id", async (c) => {
      const { client, signUp } = own(c.var.visit, c.req.param("id"));
      await fillIn(instance, signUp, await readForm(c, SignUpForm));
      return c.json(wrapped(instance, c.var.visit, complete(instance, client, c.var.visit)));
    })
    .post("/v1/client/sign_ups/:id/prepare_verification", (c) => {
      const { signUp } = own(c.var.visit, c.req.param("id"));
      signUp.codeSent = true;
      instance.settings.log(`code for ${signUp.email ?? "nobody"}: 424242`);
      return c.json(wrapped(instance, c.var.visit, signUpJson(instance, signUp)));
    })
    .post("/v1/client/sign_ups/:id/attempt_verification", async (c) => {
      const { client, signUp } = own(c.var.visit, c.req.param("id"));
      const { code } = await readForm(c, CodeForm);
      if (!signUp.codeSent) throw codeNotSent();
      requireTestCode(signUp, code);
      signUp.emailVerified = true;
      return c.json(wrapped(instance, c.var.visit, complete(instance, client, c.var.visit)));
    });
  return routes;
}

function emptySignUp(): SignUpRecord {
  return {
    id: newId("sua"),
    email: null,
    emailVerified: false,
    passwordHash: null,
    firstName: null,
    lastName: null,
    unsafeMetadata: {},
    codeSent: false,
    codeAttempts: 0,
    createdUserId: null,
    createdSessionId: null,
    abandonAt: Date.now() + DAY_MS,
  };
}

async function fillIn(
  instance: Instance,
  signUp: SignUpRecord,
  form: z.infer<typeof SignUpForm>,
): Promise<void> {
  if (form.email_address !== undefined) {
    const email = requireFreeEmail(instance, form.email_address);
    if (email !== signUp.email) Object.assign(signUp, { emailVerified: false, codeSent: false });
    signUp.email = email;
  }
  if (form.password !== undefined) {
    requireGoodPassword(form.password, "password");
    signUp.passwordHash = await hashPassword(form.password);
  }
  if (form.first_name !== undefined) signUp.firstName = form.first_name || null;
  if (form.last_name !== undefined) signUp.lastName = form.last_name || null;
  if (form.unsafe_metadata !== undefined) signUp.unsafeMetadata = form.unsafe_metadata;
}

/** Makes the user and signs them in when nothing is lacking. @returns the sign-up as JSON. */
function complete(instance: Instance, client: ClientRecord, visit: Visit) {
  const { signUp } = client;
  if (!signUp) throw notFound("Sign-up");
  const { missing, unverified } = lackingFields(instance, signUp);
  if (missing.length > 0 || unverified.length > 0) return signUpJson(instance, signUp);

  const { email, passwordHash, firstName, lastName, unsafeMetadata } = signUp;
  if (email === null) throw formError("form_param_missing", "email_address", "Enter email address.");
  // Another browser may have taken the address while this one waited for its code.
  requireFreeEmail(instance, email);
  const user = createUser(instance, { email, passwordHash, firstName, lastName, unsafeMetadata });
  const session = startSession(client, user, visit.userAgent);
  signUp.createdUserId = user.id;
  signUp.createdSessionId = session.id;
  client.signUp = null;
  return signUpJson(instance, signUp);
}
